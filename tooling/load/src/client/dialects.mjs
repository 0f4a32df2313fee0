/**
 * Something a socket was told, whatever it speaks. `id` is the position from which to resume.
 * @typedef {{ type: string, payload: Record<string, any>, id?: string }} Told
 *
 * @typedef {object} Seat what a join has given
 * @property {string} gameId
 * @property {string} participantId
 * @property {string} token
 *
 * @typedef {{ questionId: string, option: string, actionId: string, sentAt: number }} GivenAnswer
 *
 * One of the two ways to speak with a ws-server.
 * @typedef {object} Dialect
 * @property {(seat: Seat, after: string | undefined) => string} path
 * @property {(seat: Seat) => string[]} headers
 * @property {(seat: Seat, after: string | undefined) => string[]} opening what is said first
 * @property {(answer: GivenAnswer, call: number) => string} answer
 * @property {(text: string) => Told | null} read null for what is of no interest
 */

/** @type {Dialect} */
export const plain = {
  path: ({ gameId, participantId }, after) => `/ws?quizId=${gameId}&participantId=${participantId}${after === undefined ? "" : `&lastEventId=${encodeURIComponent(after)}`}`,
  headers: ({ token }) => [`Sec-WebSocket-Protocol: quickfire.v1, token.${token}`],
  opening: () => [],
  answer: ({ questionId, option, actionId, sentAt }) =>
    JSON.stringify({ type: "answer_submission", payload: { questionId, selectedOption: option, answeredAt: new Date(sentAt).toISOString(), actionId } }),
  read: (text) => JSON.parse(text),
};

const subscription = 1;

/** @param {string} events the procedure that is subscribed to @returns {Dialect} */
function trpcOver(events) {
  return {
    path: () => "/trpc?connectionParams=1",
    headers: () => [],
    opening: ({ token }, after) => [
      JSON.stringify({ method: "connectionParams", data: { token } }),
      JSON.stringify({ id: subscription, method: "subscription", params: { path: events, input: after === undefined ? {} : { lastEventId: after } } }),
    ],
    answer: ({ questionId, option, actionId, sentAt }, call) =>
      JSON.stringify({
        id: subscription + call,
        method: "mutation",
        params: { path: "live.answer", input: { questionId, selectedOption: option, answeredAt: new Date(sentAt).toISOString(), actionId } },
      }),
    read: readTrpc,
  };
}

export const trpc = trpcOver("live.events");
export const trpcOfHost = trpcOver("host.events");

/** @param {string} text @returns {Told | null} */
function readTrpc(text) {
  const { id, result, error } = JSON.parse(text);
  if (error) return { type: "refused", payload: { code: error.data?.code, message: error.message } };
  if (result?.type !== "data") return null;
  if (id !== subscription) return { type: "answer_result", payload: result.data };
  const { data } = result.data;
  return { type: data.type, payload: data.payload, id: result.data.id };
}
