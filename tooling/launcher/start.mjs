#!/usr/bin/env node
import { checkNode } from "./src/check-node.mjs";

checkNode();
// Loaded after the check: what follows uses what older versions of Node don't have.
const { start } = await import("./src/commands/start.mjs");
await start();
