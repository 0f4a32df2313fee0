import type { Scene } from "./stage/scene";

/** One fault: what is broken, what is promised about it, and how the drill is shown to be able to fail. */
export type Drill = {
  name: string;
  /** What is done to the product, in a sentence. */
  fault: string;
  /** Rows of the catalogue of faults. */
  rows: readonly number[];
  /** Runs within `npm test` as well, with few players. */
  isShort?: boolean;
  players: number;
  /** The longest anyone may wait: for a receipt, a connection, or the next phase. */
  pauseLimitS: number;
  run: (scene: Scene) => Promise<void>;
  /** The same with the protection switched off in the drill's own set-up: the ledger has to find what is missing. */
  control: { without: string; players?: number; run: (scene: Scene) => Promise<void> };
};
