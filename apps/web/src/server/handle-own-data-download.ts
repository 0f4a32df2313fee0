import { appRouter, createCallerFactory, failureOf, failures } from "@quickfire/api";
import type { NextRequest } from "next/server";
import { openDoor } from "./request-door";
import { userOf } from "./session";

const createCaller = createCallerFactory(appRouter);

/** All that is kept about whoever is signed in, as a file. */
export async function handleOwnDataDownload(request: NextRequest): Promise<Response> {
  try {
    const [door, user] = await Promise.all([openDoor(request.headers), userOf(request.cookies)]);
    const copy = await createCaller({ door: "http", ...door, user, participant: null }).ownData.export();
    return new Response(JSON.stringify(copy, null, 2), {
      headers: { "content-type": "application/json; charset=utf-8", "content-disposition": 'attachment; filename="quickfire-account.json"', "cache-control": "no-store" },
    });
  } catch (error) {
    const { code } = failureOf(error);
    return new Response(failures[code].title, { status: failures[code].status });
  }
}
