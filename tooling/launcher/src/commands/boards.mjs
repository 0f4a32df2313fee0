import { runWorkerProgram } from "./run-worker-program.mjs";

/** `npm run boards -- rebuild`: makes the long-term boards of a running stack again. */
export const boards = () =>
  runWorkerProgram({
    name: "boards",
    usage: "Say what to do with the boards: npm run boards -- rebuild [--port-base N] [--data DIR] makes all of them again from Postgres.",
    isWord: (word) => word === "rebuild",
    needs: ["DATABASE_URL", "REDIS_URL"],
  });
