import { failureOf, type LiveServices, readLeaderboard, submitAnswer } from "@quickfire/api/game";
import { type AnswerSubmission, assertNever, type GameId, type ParticipantId, type PersonalMessage } from "@quickfire/engine";
import type { AnswerReceipt } from "@quickfire/realtime";
import type { RawData } from "ws";
import type { Connection } from "../games/connection";
import type { Turned } from "./guarded-socket";
import { type ClientMessage, readClientMessage } from "./read-client-message";

/** When whoever was turned away may try again. */
const retryAfterMs = 1_000;

export type PlainTalkOptions = { connection: Connection; gameId: GameId; participantId: ParticipantId; services: LiveServices };

/** What a plain-JSON client says, and what it is answered. Nothing it says can hurt anybody but itself. */
export class PlainTalk {
  readonly #options: PlainTalkOptions;

  constructor(options: PlainTalkOptions) {
    this.#options = options;
  }

  hear(raw: RawData, isBinary: boolean): void {
    if (isBinary) return this.#fail("BAD_MESSAGE", { problem: "messages are text" });
    const message = readClientMessage(raw.toString());
    if (!message.ok) return this.#fail(message.error.reason, message.error.details);
    if (message.value.type === "answer_submission") return this.#submit(message.value.payload);
    this.#answer(message.value).catch((error: unknown) => this.#onFailure(error));
  }

  /** A message that came in too quickly, or is no honest one. An answer among them is told so as an answer. */
  turnAway(message: Buffer, why: Turned): void {
    if (why === "TOO_DEEP") return this.#tell({ type: "error", payload: { reason: "BAD_MESSAGE", details: { problem: "nested too deeply" } } });
    const known = readClientMessage(message.toString());
    if (!known.ok || known.value.type !== "answer_submission") return this.#fail("RATE_LIMITED", { problem: "too many messages: wait a moment", retryAfterMs });
    const { questionId, actionId } = known.value.payload;
    this.#tell({ type: "answer_result", payload: { questionId, actionId, accepted: false, reason: "RATE_LIMITED", retryAfterMs } });
  }

  async #answer(message: Exclude<ClientMessage, { type: "answer_submission" }>): Promise<void> {
    switch (message.type) {
      case "get_leaderboard":
        return this.#showLeaderboard();
      case "heartbeat": {
        const serverTime = new Date(this.#options.services.store.now()).toISOString();
        return this.#tell({ type: "heartbeat", payload: { sentAt: message.payload.sentAt, serverTime } });
      }
      default:
        return assertNever(message);
    }
  }

  #submit(submission: AnswerSubmission): void {
    const { services, connection, gameId, participantId } = this.#options;
    const tell = ({ result, standing }: AnswerReceipt) => {
      this.#tell({ type: "answer_result", payload: result });
      if (standing) this.#tell({ type: "your_standing", payload: standing });
    };
    submitAnswer(services, { gameId, participantId, submission, receivedAt: connection.readAt, roundTripMs: connection.roundTripMs, origin: connection.origin }, tell, (error) => this.#onFailure(error));
  }

  async #showLeaderboard(): Promise<void> {
    const { services, connection, gameId, participantId } = this.#options;
    if (connection.isStrained) {
      services.metrics.shed.inc({ what: "boards" });
      return this.#fail("BUSY", { retryAfterMs });
    }
    const state = await services.store.state(gameId);
    if (!state) return this.#fail("GAME_ENDED", {});
    const { items } = await readLeaderboard(services.store, { gameId, participantId, limit: state.facts.settings.leaderboardSize });
    this.#tell({ type: "leaderboard_data", payload: { leaderboard: items } });
  }

  #onFailure(error: unknown): void {
    const { services, gameId, participantId } = this.#options;
    const { code } = failureOf(error);
    if (code === "NOT_FOUND") return this.#fail("GAME_ENDED", {});
    services.metrics.errors.inc({ place: "plain socket" });
    services.logger.error({ err: error, gameId, participantId }, "a message could not be answered");
    if (code === "BUSY") this.#fail("BUSY", { retryAfterMs });
    else this.#fail("INTERNAL", {});
  }

  #fail(reason: Extract<PersonalMessage, { type: "error" }>["payload"]["reason"], details: Record<string, unknown>): void {
    if (reason === "BAD_MESSAGE" || reason === "UNKNOWN_TYPE") this.#options.services.metrics.badFrames.inc({ reason: "unreadable" });
    this.#tell({ type: "error", payload: { reason, details } });
  }

  #tell(message: PersonalMessage): void {
    this.#options.connection.tell(message);
  }
}
