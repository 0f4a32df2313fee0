import { setTimeout as pause } from "node:timers/promises";
import { RestClient, type RestReply } from "@quickfire/testing/players";
import { z } from "zod";

export const author = { email: "author@quickfire.test", password: "quickfire-demo" };
const otherAuthor = { ...author, email: "author2@quickfire.test" };
const quizSchema = z.object({ id: z.string() });
const gameSchema = z.object({ gameId: z.string(), pin: z.string() });
const overviewSchema = z.object({ phase: z.string(), round: z.int(), participants: z.int(), locked: z.boolean() });
const movedSchema = z.object({ phase: z.string(), round: z.int() });

export type Command = "start" | "reveal" | "next" | "end" | "lock" | "unlock";

/** The host's side of one game, by REST: every command is tried again until the game is where it was to go. */
export class GameHost {
  /** How long each command took until it was done, in ms. */
  readonly waitsMs: number[] = [];

  private constructor(private readonly rest: RestClient, readonly gameId: string, readonly pin: string) {}

  static async openGame(webUrl: string, { rounds, limitSeconds, settings }: { rounds: number; limitSeconds: number; settings: Record<string, unknown> }): Promise<GameHost> {
    const rest = await RestClient.signIn(webUrl, author);
    const { id } = quizSchema.parse(await create(rest, "/quizzes", quizOf(rounds, limitSeconds)));
    const { gameId, pin } = gameSchema.parse(await create(rest, "/games", { quizId: id, settings: { countdown: 0, closeWhenAllAnswered: false, ...settings } }));
    return new GameHost(rest, gameId, pin);
  }

  /** Safe to repeat: a command that was carried out without our hearing of it no longer applies, and the game's phase tells. */
  async command(name: Command, { leadsTo, timeoutMs = 30_000 }: { leadsTo: readonly string[]; timeoutMs?: number }): Promise<void> {
    const startedAt = performance.now();
    let last = "no reply";
    while (performance.now() - startedAt < timeoutMs) {
      const reply = await this.rest.post(`/games/${this.gameId}/${name}`).catch(unreachable);
      const isThere = reply.status === 200 ? leadsTo.includes(movedSchema.parse(reply.body).phase) : leadsTo.includes((await this.overview())?.phase ?? "");
      if (isThere) {
        this.waitsMs.push(performance.now() - startedAt);
        return;
      }
      last = `${reply.status} ${JSON.stringify(reply.body)}`;
      await pause(100);
    }
    throw new Error(`${name} did not lead to ${leadsTo.join(" or ")} within ${timeoutMs / 1_000} s: ${last}`);
  }

  /** The status with which another author is answered who wants to move this game. */
  static async commandAsSomebodyElse(webUrl: string, gameId: string): Promise<number> {
    const rest = await RestClient.signIn(webUrl, otherAuthor);
    return (await rest.post(`/games/${gameId}/end`)).status;
  }

  async overview() {
    const reply = await this.rest.get(`/games/${this.gameId}`).catch(unreachable);
    return reply.status === 200 ? overviewSchema.parse(reply.body) : null;
  }
}

/** A stack that has just been mended may still be busy comparing and reconnecting. */
async function create(rest: RestClient, path: string, body: unknown): Promise<unknown> {
  for (let tries = 0; ; tries += 1) {
    const reply = await rest.post(path, body).catch(unreachable);
    if (reply.status === 201) return reply.body;
    if (tries === 60) throw new Error(`POST ${path} was answered with ${reply.status} ${JSON.stringify(reply.body)}`);
    await pause(250);
  }
}

const unreachable = (error: unknown): RestReply => ({ status: 0, body: String(error) });

function quizOf(rounds: number, limitSeconds: number) {
  const options = ["one", "two", "three", "four"].map((text, index) => ({ text, ...(index === 0 ? { correct: true } : {}) }));
  return {
    title: "A drill",
    language: "en",
    questions: Array.from({ length: rounds }, (_, index) => ({ type: "choice", text: `Question ${index + 1}`, options, timeLimit: limitSeconds, points: 1_000 })),
  };
}
