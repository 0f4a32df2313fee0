import { failureOf, failures, refuse } from "@quickfire/api";
import { createRestCaller, isReportFormat, reportFileOf } from "@quickfire/api/rest";
import { gameIdSchema } from "@quickfire/engine";
import type { NextRequest } from "next/server";
import { openDoor } from "./request-door";
import { userOf } from "./session";

/** The report as a file, for a click on a page: the same procedure as over REST, with the page's own sign-in. */
export async function handleReportDownload(request: NextRequest, asked: { gameId: string; format: string }): Promise<Response> {
  try {
    const gameId = gameIdSchema.safeParse(asked.gameId).data ?? refuse("NOT_FOUND");
    const format = isReportFormat(asked.format) ? asked.format : refuse("NOT_FOUND");
    const [door, user] = await Promise.all([openDoor(request.headers), userOf(request.cookies)]);
    // Before the headers: a refusal is still a status then.
    const rows = await createRestCaller({ door: "http", ...door, user, participant: null }).reportFile.rows({ gameId });
    const { body, headers } = reportFileOf({ format, gameId, ...rows });
    return new Response(body, { headers: { ...headers, "cache-control": "no-store" } });
  } catch (error) {
    const { code } = failureOf(error);
    return new Response(failures[code].title, { status: failures[code].status });
  }
}
