#!/usr/bin/env node
import { checkNode } from "./src/check-node.mjs";

checkNode();
const { verify } = await import("./src/commands/verify.mjs");
await verify();
