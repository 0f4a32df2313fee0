import { createWriteStream, existsSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const rotateAtBytes = 20 * 1024 * 1024;
const quietMs = 10_000;
const ownNames = /^(web|ws-server|worker|migrate|seed): /;
const worthReading = new Set(["warn", "error", "fatal"]);

/**
 * Where the output of a process goes: all of it into a file, and what is a warning or worse also to the terminal, in one
 * short line.
 *
 * @param {{ name: string, logsDir: string, say?: (line: string) => void }} options
 */
export function openChildLog({ name, logsDir, say = () => {} }) {
  const path = join(logsDir, `${name}.log`);
  if (existsSync(path) && statSync(path).size > rotateAtBytes) renameSync(path, `${path}.1`);
  const file = createWriteStream(path, { flags: "a" });
  const sayNow = quieten(say);
  /** @type {string | null} */
  let lastWords = null;

  return {
    /** @param {import("node:child_process").ChildProcess} child */
    attach(child) {
      lastWords = null;
      for (const stream of [child.stdout, child.stderr]) {
        if (!stream) continue;
        createInterface({ input: stream }).on("line", (line) => {
          file.write(`${line}\n`);
          const words = readWords(line, stream === child.stderr);
          if (words === null) return;
          lastWords = words;
          sayNow(`${name}: ${words}`);
        });
      }
    },
    /** The last warning or error of the running child: why it ended, if it did. */
    lastWords: () => lastWords,
    close: () => /** @type {Promise<void>} */ (new Promise((resolve) => file.end(resolve))),
  };
}

/**
 * What is retried many times a second fails in the same words each time; the file has them all.
 *
 * @param {(line: string) => void} say
 */
function quieten(say) {
  /** @type {Map<string, number>} */
  const saidAt = new Map();
  return (/** @type {string} */ line) => {
    const now = Date.now();
    for (const [before, at] of saidAt) if (now - at >= quietMs) saidAt.delete(before);
    if (saidAt.has(line)) return;
    saidAt.set(line, now);
    say(line);
  };
}

/**
 * @param {string} line
 * @param {boolean} isError
 * @returns {string | null} what a person should read of a line of log, if anything
 */
export function readWords(line, isError) {
  const entry = parseEntry(line);
  if (entry === null) return isError && line.trim() !== "" ? shorten(line.trim()) : null;
  if (!worthReading.has(String(entry.level))) return null;
  const reason = entry.err && typeof entry.err === "object" && "message" in entry.err ? `: ${entry.err.message}` : "";
  return shorten(`${entry.msg ?? line}${reason}`);
}

/**
 * Without passwords in addresses, and without the process's own name, which the terminal's line begins with anyway.
 *
 * @param {string} words
 */
function shorten(words) {
  return words.replace(ownNames, "").replaceAll(/:\/\/[^/\s@]+@/g, "://…@");
}

/** @param {string} line @returns {Record<string, unknown> | null} */
function parseEntry(line) {
  if (!line.startsWith("{")) return null;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
