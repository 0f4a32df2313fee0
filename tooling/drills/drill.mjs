#!/usr/bin/env node
import { checkNode } from "../launcher/src/check-node.mjs";

checkNode();
// Loaded after the check: what follows uses what older versions of Node don't have.
const { drill } = await import("./src/command.mjs");
await drill();
