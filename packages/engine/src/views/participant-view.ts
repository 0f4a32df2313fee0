import type { GameEvent } from "../messages";
import type { Participant } from "../participant";

type Joined = NonNullable<Extract<GameEvent, { type: "lobby_changed" }>["payload"]["joined"]>[number];

/** A participant as everyone in the game may see them: not their account, not when they came. */
export const participantView = ({ participantId, name, avatar, team }: Participant): Joined => ({
  participantId,
  name,
  avatar,
  ...(team === undefined ? {} : { team }),
});
