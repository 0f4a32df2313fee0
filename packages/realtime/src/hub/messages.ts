import { gameEventPayloads, ownTimeSchema, participantIdSchema, type GameEvent, type GameEventType } from "@quickfire/engine";
import { z } from "zod";
import type { ControlMessage, HubEvent } from "../event-hub.types";

const eventOf = <Type extends GameEventType>(type: Type) => z.object({ type: z.literal(type), payload: gameEventPayloads[type] });

const gameEventSchema = z.discriminatedUnion("type", [
  eventOf("lobby_changed"), eventOf("phase_changed"), eventOf("game_paused"), eventOf("game_resumed"), eventOf("game_locked"),
  eventOf("question_extended"), eventOf("new_question"), eventOf("question_closed"), eventOf("question_skipped"), eventOf("question_voided"),
  eventOf("participant_renamed"), eventOf("participant_removed"), eventOf("team_changed"), eventOf("leaderboard_changed"), eventOf("game_recovering"), eventOf("quiz_ended"),
]) satisfies z.ZodType<GameEvent>;

const controlSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("removed"), participantId: participantIdSchema }),
  z.object({ type: z.literal("time"), participantId: participantIdSchema, percent: ownTimeSchema }),
  z.object({ type: z.literal("replaced"), participantId: participantIdSchema, connectionId: z.string() }),
  z.object({ type: z.literal("progress"), participants: z.int(), present: z.int(), answered: z.int(), roster: z.boolean() }),
  z.object({ type: z.literal("shown") }),
  z.object({ type: z.literal("recovering") }),
  z.object({ type: z.literal("rebuilt") }),
]) satisfies z.ZodType<ControlMessage>;

const hubEventSchema = z.object({ id: z.string(), at: z.int().optional(), dueAt: z.int().optional(), event: gameEventSchema }) satisfies z.ZodType<HubEvent>;
const messageSchema = z.union([hubEventSchema, z.object({ control: controlSchema })]);

/** A message of a game's channel, as a function wrote it. */
export const parseMessage = (text: string): HubEvent | { control: ControlMessage } => messageSchema.parse(JSON.parse(text));

/** An entry of a game's event stream: the same text, kept. */
export const parseHubEvent = (text: string): HubEvent => hubEventSchema.parse(JSON.parse(text));
