import type { GameEvent, GameEventType, HostMessage, PersonalMessage } from "@quickfire/engine";

/** Everything that a player's, a host's or a screen's connection can bring. */
export type FeedMessage = (GameEvent | PersonalMessage | HostMessage) & { id?: string };

const gameEventTypes: Record<GameEventType, true> = {
  lobby_changed: true,
  phase_changed: true,
  game_paused: true,
  game_resumed: true,
  game_locked: true,
  question_extended: true,
  new_question: true,
  question_closed: true,
  question_skipped: true,
  team_changed: true,
  question_voided: true,
  participant_renamed: true,
  participant_removed: true,
  leaderboard_changed: true,
  game_recovering: true,
  quiz_ended: true,
};

/** What all were told, and so is numbered without gaps; what is personal only says where it was made. */
export function isGameEvent(message: FeedMessage): message is GameEvent & { id?: string } {
  return message.type in gameEventTypes;
}
