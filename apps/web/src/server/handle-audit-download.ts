import { appRouter, type AuditQuery, createCallerFactory, failureOf, failures } from "@quickfire/api";
import { auditCsv, auditCsvHead } from "@quickfire/api/rest";
import type { NextRequest } from "next/server";
import { openDoor } from "./request-door";
import { userOf } from "./session";

const createCaller = createCallerFactory(appRouter);

/** What an admin found in the audit, as a file: read and sent batch by batch, so that a million rows need no more memory than a thousand. */
export async function handleAuditDownload(request: NextRequest): Promise<Response> {
  try {
    const [door, user] = await Promise.all([openDoor(request.headers), userOf(request.cookies)]);
    const caller = createCaller({ door: "http", ...door, user, participant: null });
    // Whatever stands in the address: the procedure refuses what is no filter.
    const filter = Object.fromEntries(request.nextUrl.searchParams) as AuditQuery;
    // Before the headers: a refusal is still a status then.
    const first = await caller.audit.batch({ filter, after: null });
    const encoder = new TextEncoder();
    let pending: typeof first | null = first;
    let text = auditCsvHead;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        if (!pending) return controller.close();
        const { events, next } = pending;
        controller.enqueue(encoder.encode(text + auditCsv(events)));
        text = "";
        pending = next === null ? null : await caller.audit.batch({ filter, after: next });
      },
    });
    return new Response(body, { headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="audit.csv"', "cache-control": "no-store" } });
  } catch (error) {
    const { code } = failureOf(error);
    return new Response(failures[code].title, { status: failures[code].status });
  }
}
