import { refuse } from "../errors";
import type { Incoming } from "../incoming";

/** The JSON body of a request; an empty one reads as an empty object, so that what is missing is named. */
export async function readJsonBody(request: Incoming, limit: number): Promise<unknown> {
  const bytes = (await request.readBytes(limit)) ?? refuse("TOO_LARGE", { detail: `The body may have ${limit / 1024} KiB` });
  if (bytes.byteLength === 0) return {};
  if (!isJson(request.headers.get("content-type"))) refuse("NOT_JSON");
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return refuse("MALFORMED");
  }
}

function isJson(contentType: string | null): boolean {
  const [mediaType = "", ...parameters] = (contentType ?? "").toLowerCase().split(";").map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith("charset="))?.slice("charset=".length).replaceAll('"', "");
  return mediaType === "application/json" && (charset === undefined || charset === "utf-8" || charset === "utf8");
}
