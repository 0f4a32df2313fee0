import { setTimeout as pause } from "node:timers/promises";
import { now } from "../crowd/clock.mjs";
import { expect } from "./author.mjs";

/** What passes by itself; 0 is a connection that broke. */
const passing = new Set([0, 429, 503]);
const longestMs = 60_000;
const unlessTold = { afterMs: 1_000 };

/**
 * The host's commands. One that is refused for the moment is given again after the time that the answer names, as a host's page does:
 * with the `seq` of the game before it, so that one which was carried out and whose answer was lost is not carried out twice.
 *
 * @param {Pick<import("./author.mjs").Author, "get" | "post">} author
 * @param {string} gameId
 */
export function createHostSteps(author, gameId) {
  /** How often each answer made a command be given again. @type {Record<string, number>} */
  const repeated = {};
  /** @param {() => Promise<import("../client/call-json.mjs").JsonAnswer>} call */
  async function untilAnswered(call) {
    for (const until = now() + longestMs; ; ) {
      const answer = await call().catch((error) => ({ status: 0, headers: {}, body: { code: error.code ?? error.message } }));
      if (!passing.has(answer.status) || now() > until) return answer;
      const reason = `host's calls repeated after ${answer.status === 0 ? answer.body.code : answer.status}`;
      repeated[reason] = (repeated[reason] ?? 0) + 1;
      await pause(retryAfterMs(answer));
    }
  }

  /** Moves the game on; when the command was first sent. @param {string} command @returns {Promise<number>} */
  async function step(command) {
    const { seq } = expect(await untilAnswered(() => author.get(`/games/${gameId}`)), 200, "the game");
    const sentAt = now();
    let tries = 0;
    const answer = await untilAnswered(() => {
      tries += 1;
      return author.post(`/games/${gameId}/${command}`, { expectedSeq: seq });
    });
    const wasCarriedOut = tries > 1 && answer.status === 409 && ["STALE", "ENDED"].includes(answer.body?.code);
    if (!wasCarriedOut) expect(answer, 200, `/games/${gameId}/${command}`);
    return sentAt;
  }

  return { step, repeated };
}

/** @param {import("../client/call-json.mjs").JsonAnswer} answer */
function retryAfterMs({ headers }) {
  const seconds = Number(headers["retry-after"]);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : unlessTold.afterMs;
}
