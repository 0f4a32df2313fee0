// Makes every secret once, by chance, into the folder that it is given; at later starts it finds them and changes nothing.
import { randomBytes } from "node:crypto";
import { existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
if (!folder) {
  process.stderr.write("make-secrets: say where to put them.\n");
  process.exit(2);
}
const last = join(folder, "product.env");
if (!existsSync(last)) {
  const [postgres, auth, metrics, grafana] = Array.from({ length: 4 }, () => randomBytes(32).toString("hex"));
  // Read by users of other images; nobody else has this folder.
  write("postgres-password", postgres, 0o444);
  write("metrics-token", metrics, 0o444);
  write("grafana-password", grafana, 0o444);
  // The last one, so that a start which was broken off begins anew.
  write("product.env", `AUTH_SECRET=${auth}\nMETRICS_TOKEN=${metrics}\nDATABASE_URL=postgres://quickfire:${postgres}@postgres:5432/quickfire\n`, 0o400);
}

/** Whole or not at all. */
function write(name, text, mode) {
  const path = join(folder, name);
  writeFileSync(`${path}.new`, text, { mode });
  renameSync(`${path}.new`, path);
}
