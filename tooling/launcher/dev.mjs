#!/usr/bin/env node
import { checkNode } from "./src/check-node.mjs";

checkNode();
const { dev } = await import("./src/commands/dev.mjs");
await dev();
