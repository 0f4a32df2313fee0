import type { HttpContext, WebServices } from "../context";
import { refuse } from "../errors";
import type { Incoming } from "../incoming";
import type { RestAuth } from "./endpoint";

type Caller = Pick<HttpContext, "user" | "participant">;

const nobody: Caller = { user: null, participant: null };

/** Who calls, by the `Authorization` header alone: the cookies of the pages are not looked at. */
export async function readBearer({ headers }: Incoming, auth: RestAuth, { tokens, metrics }: Pick<WebServices, "tokens" | "metrics">): Promise<Caller> {
  const header = headers.get("authorization");
  if (auth === "none" || (auth === "optional" && header === null)) return nobody;
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(header?.trim() ?? "")?.[1];
  if (!token) return refuse("UNAUTHORIZED", { detail: "Send an access token: “Authorization: Bearer …”" });
  const user = await tokens.access.read(token);
  if (user) return { user, participant: null };
  const participant = auth === "member" ? await tokens.participant.read(token) : null;
  if (participant) return { user: null, participant };
  metrics.badTokens.inc({ kind: "bearer" });
  return refuse("UNAUTHORIZED", { detail: "The token is not valid here, or has expired" });
}
