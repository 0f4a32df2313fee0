/**
 * Loaded into a node before anything else (`--import`): its wall clock is off by as many milliseconds as the file says that
 * `DRILL_CLOCK` names, also while it runs. With `DRILL_CLOCK_STEADY` its monotonic clock is off as well, which no machine's ever is.
 */
import { readFileSync } from "node:fs";

const path = process.env.DRILL_CLOCK ?? "";
const RealDate = Date;
const steadyNow = performance.now.bind(performance);
let offsetMs = 0;

const read = () => {
  try {
    offsetMs = Number(readFileSync(path, "utf8")) || 0;
  } catch {
    // It is being written at this very moment.
  }
};
read();
setInterval(read, 50).unref();

const shiftedNow = () => RealDate.now() + offsetMs;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, parts) => (parts.length === 0 ? new target(shiftedNow()) : Reflect.construct(target, parts)),
  get: (target, name) => (name === "now" ? shiftedNow : Reflect.get(target, name)),
});
if (process.env.DRILL_CLOCK_STEADY) performance.now = () => steadyNow() + offsetMs;
