#!/usr/bin/env node
import { checkNode } from "./src/check-node.mjs";

checkNode();
const { test } = await import("./src/commands/test.mjs");
await test();
