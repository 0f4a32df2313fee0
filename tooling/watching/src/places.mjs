import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const checkoutDir = fileURLToPath(new URL("../../..", import.meta.url));

/** @param {string[]} path within `deploy` */
export const deployed = (...path) => join(checkoutDir, "deploy", ...path);
