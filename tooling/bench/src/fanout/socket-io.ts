import { createServer } from "node:http";
import { Server } from "socket.io";
import { serveFanout } from "./fanout-server";

/** Socket.IO: everybody in one of its rooms. Its pings are put off, so that none falls into a measurement. */
const server = createServer();
const io = new Server(server, { transports: ["websocket"], serveClient: false, perMessageDeflate: false, pingInterval: 3_600_000 });
const everyone = "everyone";
io.on("connection", (socket) => void socket.join(everyone));

serveFanout({
  server,
  subscribers: () => io.of("/").adapter.rooms.get(everyone)?.size ?? 0,
  tell: (events) => {
    for (const { id, event } of events) io.to(everyone).emit("told", { id, data: event });
  },
});
