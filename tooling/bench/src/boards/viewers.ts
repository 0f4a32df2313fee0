import { once } from "node:events";
import { Agent, get, type IncomingMessage } from "node:http";
import { serveCommands } from "../shared/serve-commands";

/** Many readers of one stream of server-sent events, who count what they get. */
const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
let received = 0;
let wanted = Number.POSITIVE_INFINITY;
let arrive: () => void = () => undefined;

const mark = "event: update";

function countIn(piece: Buffer): void {
  for (let at = piece.indexOf(mark); at >= 0; at = piece.indexOf(mark, at + 1)) received += 1;
}

/** Counts what comes over one connection, also where it was cut in the middle of the mark. */
function counter(): (piece: Buffer) => void {
  let end: Buffer = Buffer.alloc(0);
  return (piece) => {
    const seam = Buffer.concat([end, piece.subarray(0, mark.length - 1)]);
    countIn(seam);
    countIn(piece);
    end = (piece.length < mark.length ? Buffer.concat([end, piece]) : piece).subarray(1 - mark.length);
    if (received >= wanted) arrive();
  };
}

export type ViewerCommands = typeof commands;
const commands = serveCommands({
  open: async ({ port, viewers }: { port: number; viewers: number }) => {
    for (let opened = 0; opened < viewers; opened += 200) {
      const some = Array.from({ length: Math.min(200, viewers - opened) }, async () => {
        const [reply] = (await once(get({ port, host: "127.0.0.1", agent }), "response")) as [IncomingMessage];
        reply.on("data", counter());
      });
      await Promise.all(some);
    }
  },
  expect: ({ events }: { events: number }) => {
    received = 0;
    wanted = events;
  },
  /** Until all are in, or nothing comes any more. */
  arrived: async () => {
    const patience = new Promise<void>((resolve) => setTimeout(resolve, 5_000));
    if (received < wanted) await Promise.race([new Promise<void>((resolve) => (arrive = resolve)), patience]);
    return { received };
  },
});
