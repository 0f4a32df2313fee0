import { extensionSchema, gameIdSchema, gameSettingsSchema, hostCommandNames, type HostCommandName, participantIdSchema, phases, pinSchema, quizIdSchema } from "@quickfire/engine";
import { z } from "zod";
import { defineEndpoint } from "../endpoint";

const tag = "Games";
const params = z.object({ gameId: gameIdSchema });
const moved = z.object({ phase: z.enum(phases), round: z.int(), seq: z.int() });

const game = z.object({
  gameId: gameIdSchema,
  pin: pinSchema,
  quizId: quizIdSchema,
  title: z.string(),
  phase: z.enum(phases),
  paused: z.boolean(),
  round: z.int(),
  rounds: z.int(),
  seq: z.int(),
  participants: z.int(),
  answered: z.int(),
  settings: gameSettingsSchema,
  locked: z.boolean(),
});

const commandSummaries: Record<HostCommandName, string> = {
  start: "Starts the game: from the lobby to the first countdown",
  pause: "Stops the clock of the game",
  resume: "Lets the clock go on",
  reveal: "Closes the open question now; answers that were given count",
  skip: "Leaves the question out and goes on to the next",
  void: "Takes back the question that was just revealed, with its points",
  next: "Goes on: from the reveal, the standings or the podium",
  back: "Shows the reveal once more: from the standings",
  extend: "Gives the open question more time",
  lock: "Lets nobody else in",
  unlock: "Lets people in again",
  end: "Ends the game, with the standings as they are",
};

const expectedSeq = { expectedSeq: z.int().min(0).optional().meta({ description: "Refused with STALE where the game has moved since" }) };
const commandBodies = { plain: z.strictObject(expectedSeq), extend: z.strictObject({ ...expectedSeq, seconds: extensionSchema }) };

const commandEndpoints = hostCommandNames.map((command) =>
  defineEndpoint({
    method: "POST",
    path: `/games/{gameId}/${command}`,
    operationId: `${command}Game`,
    summary: commandSummaries[command],
    tag,
    auth: "user",
    params,
    body: command === "extend" ? commandBodies.extend : commandBodies.plain,
    output: moved,
    failures: ["WRONG_PHASE", "STALE", "ENDED"],
    call: async (caller, { params: { gameId }, body }) => ({ body: await caller.game.command({ gameId, command, ...body }) }),
  }),
);

export const gameEndpoints = [
  defineEndpoint({
    method: "POST",
    path: "/games",
    operationId: "createGame",
    summary: "Opens a game on a quiz as it stands now",
    tag,
    auth: "user",
    body: z.strictObject({ quizId: quizIdSchema, settings: gameSettingsSchema.optional() }),
    status: 201,
    output: z.object({ gameId: gameIdSchema, pin: pinSchema, joinUrl: z.url() }),
    failures: ["NOT_FOUND", "NOT_PLAYABLE"],
    call: async (caller, { body }) => {
      const created = await caller.game.create(body);
      return { body: created, headers: { location: `/api/v1/games/${created.gameId}` } };
    },
  }),
  defineEndpoint({
    method: "GET",
    path: "/games/{gameId}",
    operationId: "readGame",
    summary: "Where a game stands",
    tag,
    auth: "user",
    params,
    output: game,
    call: async (caller, { params }) => {
      const { gameId, pin, quizId, title, phase, paused, round, rounds, seq, participants, answered, settings, locked } = await caller.game.overview(params);
      return { body: { gameId, pin, quizId, title, phase, paused, round, rounds, seq, participants, answered, settings, locked } };
    },
  }),
  ...commandEndpoints,
  defineEndpoint({
    method: "PATCH",
    path: "/games/{gameId}/participants/{participantId}",
    operationId: "renameParticipant",
    summary: "Gives a participant another name: the one sent, or a friendly one",
    tag,
    auth: "user",
    params: params.extend({ participantId: participantIdSchema }),
    body: z.strictObject({ participantName: z.string().optional() }),
    output: z.object({ name: z.string() }),
    failures: ["NOT_FOUND", "NAME_TAKEN", "ENDED"],
    call: async (caller, { params: { gameId, participantId }, body }) => ({ body: await caller.game.renameParticipant({ gameId, participantId, ...body }) }),
  }),
  defineEndpoint({
    method: "DELETE",
    path: "/games/{gameId}/participants/{participantId}",
    operationId: "removeParticipant",
    summary: "Removes and bars a participant",
    tag,
    auth: "user",
    params: params.extend({ participantId: participantIdSchema }),
    status: 204,
    output: null,
    failures: ["ENDED"],
    call: async (caller, { params }) => ({ body: await caller.game.removeParticipant(params) }),
  }),
];
