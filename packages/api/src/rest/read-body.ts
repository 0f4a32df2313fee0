import { refuse } from "../errors";

/** The JSON body of a request; an empty one reads as an empty object, so that what is missing is named. */
export async function readJsonBody(request: Request, limit: number): Promise<unknown> {
  const bytes = await readBytes(request, limit);
  if (bytes.byteLength === 0) return {};
  if (!isJson(request.headers.get("content-type"))) refuse("NOT_JSON");
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return refuse("MALFORMED");
  }
}

/** Stops reading at the limit, whatever the length that was announced. */
async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) refuse("TOO_LARGE", tooLarge(limit));
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) refuse("TOO_LARGE", tooLarge(limit));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (limit: number) => ({ detail: `The body may have ${limit / 1024} KiB` });

function isJson(contentType: string | null): boolean {
  const [mediaType = "", ...parameters] = (contentType ?? "").toLowerCase().split(";").map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith("charset="))?.slice("charset=".length).replaceAll('"', "");
  return mediaType === "application/json" && (charset === undefined || charset === "utf-8" || charset === "utf8");
}
