import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** Somebody who has an account at the provider. */
export type OidcPerson = { sub: string; name?: string; email: string; email_verified?: boolean };

export type OidcProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who is signed in there: whoever comes to the provider goes back as this person. */
  person: OidcPerson;
  /** Whether ID tokens hold the claims about the person, as Google's do, or leave them to the userinfo endpoint. */
  tellsInToken: boolean;
  /** Ends what it says wrongly on purpose: a token for another client, with another nonce, or signed by a stranger. */
  lie: "audience" | "nonce" | "signature" | null;
  close: () => Promise<void>;
};

type Grant = { person: OidcPerson; nonce: string | null; challenge: string; redirectUri: string };

/**
 * A provider of OpenID Connect on this machine: discovery, the code flow with PKCE, signed ID tokens, userinfo. It checks what
 * real ones check (the client's secret, the redirect, the verifier, a code once), and asks nobody whether they agree.
 */
export async function startOidcProvider(person: OidcPerson): Promise<OidcProvider> {
  const [keys, strangers] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: "one", alg: "RS256", use: "sig" };
  const grants = new Map<string, Grant>();
  const people = new Map<string, OidcPerson>();
  const provider: OidcProvider = { issuer: "", clientId: "quickfire", clientSecret: randomUUID(), person, tellsInToken: false, lie: null, close: async () => undefined };

  async function answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", provider.issuer);
    switch (url.pathname) {
      case "/.well-known/openid-configuration":
        return send(reply, discovery(provider.issuer));
      case "/jwks":
        return send(reply, { keys: [jwk] });
      case "/authorize":
        return authorize(url.searchParams, reply);
      case "/token":
        return exchange(request, reply);
      case "/userinfo": {
        const known = people.get(request.headers.authorization?.replace("Bearer ", "") ?? "");
        return known ? send(reply, known) : send(reply, { error: "invalid_token" }, 401);
      }
      default:
        return send(reply, { error: "not_found" }, 404);
    }
  }

  function authorize(asked: URLSearchParams, reply: ServerResponse): void {
    const redirectUri = asked.get("redirect_uri") ?? "";
    if (asked.get("client_id") !== provider.clientId || asked.get("code_challenge_method") !== "S256") return send(reply, { error: "invalid_request" }, 400);
    const code = randomUUID();
    grants.set(code, { person: provider.person, nonce: asked.get("nonce"), challenge: asked.get("code_challenge") ?? "", redirectUri });
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
    const verifier = createHash("sha256").update(body.get("code_verifier") ?? "").digest("base64url");
    const fits = basic === `${provider.clientId}:${provider.clientSecret}` && grant?.challenge === verifier && grant.redirectUri === body.get("redirect_uri");
    if (!grant || !fits) return send(reply, { error: "invalid_grant" }, 400);
    const accessToken = randomUUID();
    people.set(accessToken, grant.person);
    const idToken = await new SignJWT({ ...(provider.tellsInToken ? grant.person : {}), nonce: provider.lie === "nonce" ? "another" : (grant.nonce ?? undefined) })
      .setProtectedHeader({ alg: "RS256", kid: "one" })
      .setIssuer(provider.issuer)
      .setSubject(grant.person.sub)
      .setAudience(provider.lie === "audience" ? "another" : provider.clientId)
      .setIssuedAt()
      .setExpirationTime("5m")
      .sign(provider.lie === "signature" ? strangers.privateKey : keys.privateKey);
    send(reply, { access_token: accessToken, id_token: idToken, token_type: "Bearer", expires_in: 300 });
  }

  const server = createServer((request, reply) => void answer(request, reply).catch(() => reply.destroy()));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  provider.close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return provider;
}

function discovery(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    code_challenge_methods_supported: ["S256"],
  };
}

function send(reply: ServerResponse, body: unknown, status = 200): void {
  reply.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const piece of request) text += String(piece);
  return text;
}
