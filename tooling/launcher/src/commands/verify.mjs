import { runWorkerProgram } from "./run-worker-program.mjs";

/** `npm run verify -- GAME`: plays a game again from its audit log, in the database of the stack that runs here. */
export const verify = () =>
  runWorkerProgram({
    name: "verify",
    usage: "Name a game by its id: npm run verify -- <game id> [--port-base N] [--data DIR]",
    isWord: (word) => word !== "" && !word.startsWith("-"),
    needs: ["DATABASE_URL"],
  });
