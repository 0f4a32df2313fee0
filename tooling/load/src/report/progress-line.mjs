const everyMs = 500;
const quietEveryMs = 5_000;

/**
 * One line that says how far the run is: written over itself on a terminal, and now and then anew where somebody keeps a log.
 *
 * @param {{ stream: NodeJS.WriteStream, now?: () => number }} options
 */
export function createProgressLine({ stream, now = Date.now }) {
  const startedAt = now();
  let stage = "";
  /** @type {() => Record<string, number>} */
  let read = () => ({});
  let saidAt = -Infinity;
  let saidStage = "";

  function show() {
    if (stage === "") return;
    const { joined, connected, answered, receipts } = read();
    const counts = [[joined, "joined"], [connected, "connected"], [answered, "answers"], [receipts, "receipts"]]
      .filter(([count]) => count !== undefined)
      .map(([count, name]) => `${(count ?? 0).toLocaleString("en-US")} ${name}`);
    const line = [`${Math.round((now() - startedAt) / 1_000)} s`, stage, ...counts].join(" · ");
    if (stream.isTTY) stream.write(`\r${line}\u001b[K`);
    else if (stage !== saidStage || now() - saidAt >= quietEveryMs) {
      saidAt = now();
      saidStage = stage;
      stream.write(`${line}\n`);
    }
  }

  const timer = setInterval(show, everyMs);
  return {
    /** @param {string} name @param {() => Record<string, number>} progress */
    at(name, progress) {
      stage = name;
      read = progress;
      show();
    },
    /** The line goes, and what follows stands by itself. */
    clear() {
      stage = "";
      if (stream.isTTY) stream.write("\r\u001b[K");
    },
    close: () => clearInterval(timer),
  };
}
