import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";

/** A refusal while the connection still speaks HTTP, in words for whoever debugs a client: browsers show only that it failed. */
export function refuseUpgrade(transport: Duplex, status: number, detail: string): void {
  const title = STATUS_CODES[status] ?? "Refused";
  const body = JSON.stringify({ type: "about:blank", title, status, detail });
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    "Content-Type: application/problem+json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Cache-Control: no-store",
    "Connection: close",
  ];
  transport.once("finish", () => transport.destroy());
  transport.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
