import type { AnomalyRule, Evidence, GameId, ParticipantId, Result, UserId } from "@quickfire/engine";
import type { Page, PageRequest } from "../paging";
import type { FlagStatus } from "../schema/anomaly-flags";
import type { ReviewActionName } from "../schema/review-actions";

export type { FlagStatus, ReviewActionName };

/** Whom a block is on: an account, or a guest in the one game they are known from. Never an address: a class shares one. */
export type BlockSubject = { userId: UserId } | { gameId: GameId; participantId: ParticipantId };

export type Block = { blockId: string; subject: BlockSubject; startedAt: string; endsAt: string | null; automatic: boolean };

export type Flag = {
  flagId: string;
  rule: AnomalyRule;
  strength: number;
  evidence: Evidence;
  status: FlagStatus;
  revision: number;
  foundAt: string;
  decidedAt: string | null;
  decidedBy: string | null;
  gameId: GameId;
  title: string | null;
  participantId: ParticipantId;
  name: string | null;
  avatar: number;
  userId: UserId | null;
  userName: string | null;
  score: number | null;
  /** Taken back so far, of all answers in this game. */
  takenBack: number;
  /** What keeps this person out at the moment. */
  block: Block | null;
};

export type FlagDetails = Flag & {
  /** By participant: who else plays a part in the evidence. */
  names: Record<ParticipantId, string>;
  /** The answers that the evidence is about. */
  answers: { round: number; correct: boolean | null; timeMs: number; points: number; takenBack: boolean }[];
  history: { action: ReviewActionName; at: string; by: string | null; details: unknown }[];
};

/** Who decides, and from where. */
export type Reviewer = { userId: UserId; ip: string | null; userAgent: string | null };

export type Decision = { flagId: string; revision: number; by: Reviewer };
/** `STALE`: somebody else has decided in between. */
export type DecisionFailure = "NOT_FOUND" | "STALE";

export interface ReviewRepository {
  flags(request: { status: FlagStatus } & PageRequest): Promise<Result<Page<Flag>, "BAD_CURSOR">>;
  flag(flagId: string): Promise<FlagDetails | null>;
  /** Confirms or clears. To clear lifts what was blocked because of this flag. */
  decide(request: Decision & { status: "confirmed" | "cleared" }): Promise<Result<{ lifted: BlockSubject[] }, DecisionFailure>>;
  /** Blocks whom the flag is about; a longer block that stands stays. `PROTECTED`: an admin. */
  block(request: Decision & { endsAt: Date | null }): Promise<Result<Block, DecisionFailure | "PROTECTED">>;
  lift(request: { blockId: string; by: Reviewer }): Promise<Result<BlockSubject, "NOT_FOUND">>;
  /** Takes the points of the flagged answers back, once. `WRONG_PHASE`: the game runs, or its points are still on their way. */
  takeBack(request: Decision): Promise<Result<{ points: number }, DecisionFailure | "WRONG_PHASE">>;
  /** All blocks that hold now. */
  activeBlocks(): Promise<Block[]>;
  /** The running games that an account, or a guest, is in. */
  runningGamesOf(subject: BlockSubject): Promise<{ gameId: GameId; participantId: ParticipantId }[]>;
}
