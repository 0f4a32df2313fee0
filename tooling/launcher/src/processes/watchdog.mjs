/**
 * A program of its own, outliving the launcher by a few seconds at most: the launcher tells it over a pipe which
 * processes it has started, and when that pipe closes, however the launcher ended (kill -9 included), all of
 * them are stopped here.
 *
 * A line is `{"started": group}` or `{"ended": pid}`.
 */
import { createInterface } from "node:readline";
import { stopGroups } from "./stop-groups.mjs";

/** @type {Map<number, import("./stop-groups.mjs").ProcessGroup>} */
const groups = new Map();

// It has a process group of its own, so a terminal's Ctrl-C does not reach it; these are for a `kill` aimed at everything.
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => {});

const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  const message = JSON.parse(line);
  if ("ended" in message) groups.delete(message.ended);
  else groups.set(message.started.pid, message.started);
});
lines.on("close", async () => {
  await stopGroups([...groups.values()], { patienceMs: 5_000 });
  process.exit(0);
});
