import { appRouter, createCallerFactory, failureOf, failures, refuse } from "@quickfire/api";
import { reportCsv } from "@quickfire/api/rest";
import { gameIdSchema } from "@quickfire/engine";
import type { NextRequest } from "next/server";
import { openDoor } from "./request-door";
import { userOf } from "./session";

const createCaller = createCallerFactory(appRouter);

/** The report as a file, for a click on a page: the same procedure as over REST, with the page's own sign-in. */
export async function handleReportDownload(request: NextRequest, rawGameId: string): Promise<Response> {
  try {
    const gameId = gameIdSchema.safeParse(rawGameId).data ?? refuse("NOT_FOUND");
    const [door, user] = await Promise.all([openDoor(request.headers), userOf(request.cookies)]);
    const rows = await createCaller({ door: "http", ...door, user, participant: null }).game.reportRows({ gameId });
    return new Response(reportCsv(rows), {
      headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="report-${gameId}.csv"`, "cache-control": "no-store" },
    });
  } catch (error) {
    const { code } = failureOf(error);
    return new Response(failures[code].title, { status: failures[code].status });
  }
}
