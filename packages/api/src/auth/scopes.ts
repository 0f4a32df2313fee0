import { z } from "zod";

/** What a key may be good for. A key without one of these opens nothing of it, whatever its owner may do. */
export const apiScopes = ["quizzes:read", "quizzes:write", "games:read", "games:write", "boards:read", "play"] as const;
export const apiScopeSchema = z.enum(apiScopes);
export type ApiScope = z.infer<typeof apiScopeSchema>;

/** The scope of an endpoint, by the first part of its path. Null: no key opens it. */
export function scopeOf({ method, path }: { method: string; path: string }): ApiScope | null {
  const area = path.split("/")[1];
  const reads = method === "GET";
  if (path === "/quizzes/{quizId}/join" || area === "actions") return "play";
  if (area === "quizzes") return reads ? "quizzes:read" : "quizzes:write";
  if (area === "games") return reads ? "games:read" : "games:write";
  if (area === "leaderboard" && reads) return "boards:read";
  return null;
}
