import { handleOperations } from "../handle-operations";
import { handleRestDoor } from "../handle-rest-door";
import { handleTrpc } from "../handle-trpc";
import type { DirectDoors } from "./create-web-server";

/** The product's own doors: calls, which come by the thousand when a crowd joins, and what watches the process. */
export const directDoors: DirectDoors = { rest: handleRestDoor, trpc: handleTrpc, operations: handleOperations };
