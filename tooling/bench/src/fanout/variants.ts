/** How a subscriber of a variant gets in: where it knocks, what it says, and after how many frames it is there. */
export type FanoutDoor = { program: string; label: string; path: string; says: readonly string[]; greetings: number };

const subscription = JSON.stringify({ id: 1, method: "subscription", params: { path: "events" } });

export const fanoutDoors = {
  // Told that it has begun, and a snapshot.
  quickfire: { program: "fanout/quickfire.mjs", label: "Quickfire broadcast (tRPC wire)", path: "/", says: [subscription], greetings: 2 },
  stockTrpc: { program: "fanout/stock-trpc.mjs", label: "stock tRPC handler", path: "/", says: [subscription], greetings: 1 },
  // The handshake of its engine, and that of its namespace.
  socketIo: { program: "fanout/socket-io.mjs", label: "Socket.IO", path: "/socket.io/?EIO=4&transport=websocket", says: ["40"], greetings: 2 },
  preframed: { program: "fanout/preframed.mjs", label: "ws, one pre-built frame", path: "/", says: [], greetings: 0 },
} as const satisfies Record<string, FanoutDoor>;

export type FanoutName = keyof typeof fanoutDoors;
export const fanoutNames = Object.keys(fanoutDoors) as FanoutName[];
