import { appRouter, createCallerFactory, failureOf } from "@quickfire/api";
import { err, ok, type Result } from "@quickfire/engine";
import type { inferRouterOutputs } from "@trpc/server";
import { headers } from "next/headers";
import { getProcess } from "./process";
import { openDoor } from "./request-door";

const createCaller = createCallerFactory(appRouter);

export type JoinableGame = inferRouterOutputs<typeof appRouter>["join"]["lookup"];

/** The game behind a code, for the page that a link or a QR code leads to: what it would ask for first comes with it. */
export async function findGameByPin(pin: string): Promise<Result<JoinableGame, string>> {
  try {
    const door = await openDoor(await headers());
    return ok(await createCaller({ door: "http", ...door, user: null, participant: null }).join.lookup({ pin }));
  } catch (error) {
    const { code } = failureOf(error);
    if (code === "INTERNAL") getProcess().logger.error({ err: error }, "a game could not be looked up");
    return err(code);
  }
}
