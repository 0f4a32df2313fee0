import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { EventStreamReply } from "@quickfire/api";
import { directHeaders } from "../security-headers";

const packed = promisify(gzip);

/** What is shorter fits into one packet either way. */
const worthPackingBytes = 1_024;

/** Writes the web's kind of reply as Node's, with the headers that everything has which is no page. */
export async function writeReply(web: Response, { message, reply }: { message: IncomingMessage; reply: ServerResponse }): Promise<void> {
  reply.statusCode = web.status;
  for (const [name, value] of Object.entries(directHeaders)) reply.setHeader(name, value);
  for (const [name, value] of web.headers) reply.setHeader(name, value);
  if (web instanceof EventStreamReply) return beginStream(web, { message, reply });
  if (!web.body) return void reply.end();
  if (isStream(web.headers)) return pipeline(Readable.fromWeb(web.body as Parameters<typeof Readable.fromWeb>[0]), reply);

  const body = Buffer.from(await web.arrayBuffer());
  const isWorthPacking = body.byteLength >= worthPackingBytes;
  if (isWorthPacking) reply.appendHeader("vary", "accept-encoding");
  const sent = isWorthPacking && takesGzip(message) ? await packed(body) : body;
  if (sent !== body) reply.setHeader("content-encoding", "gzip");
  reply.setHeader("content-length", sent.byteLength);
  reply.end(sent);
}

/** What comes bit by bit, for as long as the caller stays. */
function isStream(headers: Headers): boolean {
  return headers.get("content-type")?.startsWith("text/event-stream") === true || headers.get("transfer-encoding") === "chunked";
}

const takesGzip = ({ headers }: IncomingMessage): boolean => /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(String(headers["accept-encoding"] ?? ""));

/** Events go out as they are, each in one write: the reply ends with its connection, so nothing of it has to be counted. */
function beginStream(stream: EventStreamReply, { message, reply }: { message: IncomingMessage; reply: ServerResponse }): void {
  if (message.method === "HEAD") return void reply.end();
  reply.useChunkedEncodingByDefault = false;
  reply.setHeader("connection", "close");
  reply.flushHeaders();
  stream.begin(reply);
}
