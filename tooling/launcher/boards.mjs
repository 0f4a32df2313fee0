#!/usr/bin/env node
import { checkNode } from "./src/check-node.mjs";

checkNode();
const { boards } = await import("./src/commands/boards.mjs");
await boards();
