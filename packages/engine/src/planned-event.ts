import { InvariantError } from "./result";
import type { GameEvent, Standing, Tally } from "./messages";
import type { TeamStanding } from "./teams";

type EventOf<Type extends GameEvent["type"]> = Extract<GameEvent, { type: Type }>;
type Without<Type extends GameEvent["type"], Key extends keyof EventOf<Type>["payload"]> = {
  type: Type;
  payload: Omit<EventOf<Type>["payload"], Key>;
};

/**
 * An event that a transition publishes. What has to be as of the very moment of the change (the tally of a question that
 * closes, the top of the board) is attached by whoever applies the transition: Redis, or the model in tests.
 */
export type PlannedEvent =
  | { event: Exclude<GameEvent, { type: "question_closed" | "leaderboard_changed" }>; attach?: never }
  /** `tally` joins the payload. */
  | { event: Without<"question_closed", "tally">; attach: "tally" }
  /** `leaderboard` joins the payload, and in a game with teams `teams`. */
  | { event: Without<"leaderboard_changed", "leaderboard">; attach: "board" }
  /** `finalLeaderboard` joins the payload, and in a game with teams `teams`. */
  | { event: Without<"quiz_ended", "finalLeaderboard">; attach: "board" };

/** The finished event: what Redis does with its splicing, in TypeScript. */
export function completeEvent(planned: PlannedEvent, moment: { tally: () => Tally; board: () => Standing[]; teams?: () => TeamStanding[] }): GameEvent {
  if (planned.attach === undefined) return planned.event;
  const { event } = planned;
  const teams = moment.teams && { teams: moment.teams() };
  switch (event.type) {
    case "question_closed":
      return { type: event.type, payload: { ...event.payload, tally: moment.tally() } };
    case "leaderboard_changed":
      return { type: event.type, payload: { ...event.payload, leaderboard: moment.board(), ...teams } };
    case "quiz_ended":
      return { type: event.type, payload: { ...event.payload, finalLeaderboard: moment.board(), ...teams } };
    default:
      throw new InvariantError("nothing is attached to this event");
  }
}
