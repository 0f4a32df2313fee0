import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Somebody who has an account there. `email` is what their profile shows; the list has what is proved. */
export type GithubPerson = { id: number; login: string; name: string | null; email: string | null; emails: { email: string; primary: boolean; verified: boolean }[] };

export type GithubProvider = { url: string; clientId: string; clientSecret: string; person: GithubPerson; close: () => Promise<void> };

/**
 * As much of a GitHub of one's own (GitHub Enterprise Server) as signing in needs: the code flow of OAuth 2, the profile and the list of
 * addresses. It checks the client's secret, the redirect and a code's single use, and asks nobody whether they agree.
 */
export async function startGithubProvider(person: GithubPerson): Promise<GithubProvider> {
  const grants = new Map<string, { person: GithubPerson; redirectUri: string }>();
  const people = new Map<string, GithubPerson>();
  const provider: GithubProvider = { url: "", clientId: "quickfire", clientSecret: randomUUID(), person, close: async () => undefined };

  function authorize(asked: URLSearchParams, reply: ServerResponse): void {
    const redirectUri = asked.get("redirect_uri") ?? "";
    if (asked.get("client_id") !== provider.clientId || !asked.get("scope")?.includes("user:email")) return send(reply, { error: "invalid_request" }, 400);
    const code = randomUUID();
    grants.set(code, { person: provider.person, redirectUri });
    const back = new URL(redirectUri);
    back.searchParams.set("code", code);
    back.searchParams.set("state", asked.get("state") ?? "");
    reply.writeHead(302, { location: back.href }).end();
  }

  async function exchange(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const body = new URLSearchParams(await textOf(request));
    const basic = Buffer.from(request.headers.authorization?.replace("Basic ", "") ?? "", "base64").toString();
    const grant = grants.get(body.get("code") ?? "");
    grants.delete(body.get("code") ?? "");
    if (!grant || basic !== `${provider.clientId}:${provider.clientSecret}` || grant.redirectUri !== body.get("redirect_uri")) return send(reply, { error: "bad_verification_code" });
    const accessToken = `gho_${randomUUID()}`;
    people.set(accessToken, grant.person);
    send(reply, { access_token: accessToken, token_type: "bearer", scope: "read:user,user:email" });
  }

  async function answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", provider.url);
    if (url.pathname === "/login/oauth/authorize") return authorize(url.searchParams, reply);
    if (url.pathname === "/login/oauth/access_token") return exchange(request, reply);
    const known = people.get(request.headers.authorization?.replace("Bearer ", "") ?? "");
    if (!known) return send(reply, { message: "Bad credentials" }, 401);
    const { emails, ...profile } = known;
    if (url.pathname === "/api/v3/user") return send(reply, profile);
    if (url.pathname === "/api/v3/user/emails") return send(reply, emails);
    send(reply, { message: "Not Found" }, 404);
  }

  const server = createServer((request, reply) => void answer(request, reply).catch(() => reply.destroy()));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  provider.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  provider.close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return provider;
}

function send(reply: ServerResponse, body: unknown, status = 200): void {
  reply.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const piece of request) text += String(piece);
  return text;
}
