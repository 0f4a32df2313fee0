import type { Player } from "./real-game";

export type Door = {
  enter: (player: Player, gameId: string) => { path: string; headers?: Record<string, string>; says: readonly string[]; greetings: number };
  answer: (answer: { request: number; questionId: string; optionId: string; actionId: string }) => string;
};

const connectionParams = ({ token }: Player) => JSON.stringify({ method: "connectionParams", data: { token } });

const submission = ({ questionId, optionId, actionId }: { questionId: string; optionId: string; actionId: string }) => ({ questionId, selectedOption: optionId, answeredAt: "2026-11-21T10:00:00.000Z", actionId });

/** How a player gets in and answers: as the stock client of tRPC and a client of the plain-JSON socket write it. */
export const doors = {
  trpc: {
    enter: (player) => ({
      path: "/trpc?connectionParams=1",
      says: [connectionParams(player), JSON.stringify({ id: 1, method: "subscription", params: { path: "live.events" } })],
      greetings: 2,
    }),
    answer: ({ request, ...answer }) => JSON.stringify({ id: request, method: "mutation", params: { input: submission(answer), path: "live.answer" } }),
  },
  plain: {
    enter: ({ participantId, token }, gameId) => ({
      path: `/ws?quizId=${gameId}&participantId=${participantId}`,
      headers: { "Sec-WebSocket-Protocol": `quickfire.v1, token.${token}` },
      says: [],
      greetings: 1,
    }),
    answer: (answer) => JSON.stringify({ type: "answer_submission", payload: submission(answer) }),
  },
  stock: {
    enter: (player) => ({ path: "/?connectionParams=1", says: [connectionParams(player), JSON.stringify({ id: 1, method: "query", params: { path: "hello" } })], greetings: 1 }),
    answer: ({ request, ...answer }) => JSON.stringify({ id: request, method: "mutation", params: { input: submission(answer), path: "answer" } }),
  },
} satisfies Record<string, Door>;
export type DoorName = keyof typeof doors;
