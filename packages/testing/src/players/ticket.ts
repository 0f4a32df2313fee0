import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { RestClient } from "./rest-client";

/** What a join gives: who one is, and where and with what to come in. */
export const ticketSchema = z.object({
  gameId: z.string(),
  participantId: z.string(),
  name: z.string(),
  token: z.string(),
  wsUrl: z.string(),
  trpcUrl: z.string(),
});
export type Ticket = z.infer<typeof ticketSchema>;

export type JoinFailure = { status: number; code: string };

/** As the contract has it: three tries for the network, a second apart, under one key, so that they make one participant. */
const tries = 3;

export async function joinGame(webUrl: string, { pin, name }: { pin: string; name: string }): Promise<Ticket> {
  const key = randomUUID();
  const rest = new RestClient(webUrl);
  for (let attempt = 1; ; attempt += 1) {
    const reply = await rest.post(`/quizzes/${pin}/join`, { participantName: name }, { "idempotency-key": key }).catch((error: unknown) => {
      if (attempt === tries) throw error;
      return null;
    });
    if (reply?.status === 201) return ticketSchema.parse(reply.body);
    const mayPass = reply === null || reply.status >= 500;
    if (!mayPass || attempt === tries) throw new JoinRefused(name, reply?.status ?? 0, codeOf(reply?.body));
    await pause(1_000);
  }
}

export class JoinRefused extends Error {
  override readonly name = "JoinRefused";
  constructor(who: string, readonly status: number, readonly code: string) {
    super(`${who} could not join: ${status} ${code}`);
  }
}

const codeOf = (body: unknown): string => z.object({ code: z.string() }).safeParse(body).data?.code ?? "";
