"use client";

import dynamic from "next/dynamic";

/** A running game lives in the browser: there is nothing for the server to draw. */
export const LazyHostPage = dynamic(() => import("./HostPage").then((module) => module.HostPage), { ssr: false });
