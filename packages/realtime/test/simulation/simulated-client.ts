import type { AnswerResult, ParticipantId } from "@quickfire/engine";
import { nothingShown, show, type ShownGame, type WireMessage } from "@quickfire/testing/players";

/** What a client has asked for and was told, about one round. */
export type Click = { round: number; option: number; actionId: string; told: AnswerResult[] };

/** A client as the contract wants it: one click a round, sent again under its action id until there is a definite word on it. */
export class SimulatedClient {
  readonly clicks = new Map<number, Click>();
  shown: ShownGame = nothingShown;
  /** What is on its way to it, in order, as over one connection. */
  feed: WireMessage[] = [];

  constructor(readonly participantId: ParticipantId) {}

  click(round: number, option: number): Click {
    const click = { round, option, actionId: `${this.participantId.slice(0, 8)} ${round}`, told: [] };
    this.clicks.set(round, click);
    return click;
  }

  undecided(): Click[] {
    return [...this.clicks.values()].filter(({ told }) => !told.some(isDefinite));
  }

  hearNext(): void {
    const message = this.feed.shift();
    if (message) this.shown = show(this.shown, message);
  }
}

const passing = new Set(["TOO_EARLY", "BUSY", "PAUSED", "RATE_LIMITED"]);

export const isDefinite = ({ accepted, reason }: AnswerResult): boolean => accepted || !passing.has(reason ?? "");
