import { serveCommands, settledMemory, usage } from "./serve-commands";

/** Loaded into a process of the product before its own code, so that it can be asked for its own figures. */
export type ProbeCommands = typeof commands;
const commands = serveCommands({ usage: () => usage(), memory: () => settledMemory() });
// Being asked is no reason to stay.
process.channel?.unref();
