#!/usr/bin/env node
import { checkNode } from "../launcher/src/check-node.mjs";

checkNode();
// Loaded after the check: what follows uses what older versions of Node don't have, and packages.
const { load } = await import("./src/command.mjs").catch((error) => {
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  process.stderr.write("The packages are not installed yet: run npm start once.\n");
  process.exit(1);
});
await load(process.argv.slice(2));
