"use client";

import dynamic from "next/dynamic";

/** A running game lives in the browser: there is nothing for the server to draw. */
export const LazyStagePage = dynamic(() => import("./StagePage").then((module) => module.StagePage), { ssr: false });
