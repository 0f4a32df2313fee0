import { gameIdSchema } from "@quickfire/engine/ids";
import type { AuditQuery } from "@quickfire/api";

export const topics = ["all", "scores", "answers", "people", "game", "points", "decisions"] as const;
export type Topic = (typeof topics)[number];

/** As it stands in the form's fields. */
export type AuditFields = { topic: Topic; gameId: string; name: string; user: string; address: string; agent: string; from: string; to: string };

export const noFields: AuditFields = { topic: "scores", gameId: "", name: "", user: "", address: "", agent: "", from: "", to: "" };

export const isGameId = (text: string): boolean => gameIdSchema.safeParse(text.trim()).success;

/** What is asked of the server: nothing for an empty field, and instants for the clock times of this device. */
export function filterOf({ topic, gameId, name, user, address, agent, from, to }: AuditFields): AuditQuery {
  const given = { gameId: gameId.trim(), name: name.trim(), user: user.trim(), address: address.trim(), agent: agent.trim(), from: instantOf(from), to: instantOf(to) };
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  return { ...filled, ...(topic === "all" ? {} : { topic }) };
}

const instantOf = (local: string): string => (local === "" || Number.isNaN(Date.parse(local)) ? "" : new Date(local).toISOString());

/** The same as an address, for the file. */
export const queryOf = (filter: AuditQuery): string => new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)])).toString();
