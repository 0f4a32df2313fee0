/** The balancer as a process: where it listens and whom it serves come by environment from the launcher. */
import { createBalancer } from "./balancer.mjs";

/** @param {string} text */
function readAddress(text) {
  const [host = "", port] = text.split(":");
  return { host, port: Number(port) };
}

const listen = readAddress(process.env.BALANCER_LISTEN ?? "");
const server = createBalancer({ nodes: (process.env.BALANCER_NODES ?? "").split(",").map(readAddress) });
server.once("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
server.listen(listen.port, listen.host);
// Its sockets live as long as it does, and the nodes have told their clients to come back.
for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => process.exit(0));
