import { createJsonCaller } from "../client/call-json.mjs";

/** What the server would not do. */
export class RefusedError extends Error {}

/**
 * Who wrote the quiz and hosts the game: by the public REST API, and as a browser where that has no word for it.
 *
 * @param {string} webUrl
 */
export async function signInAuthor(webUrl) {
  const { call, close } = createJsonCaller(webUrl);
  const email = `load-${Date.now()}-${process.pid}@quickfire.test`;
  const password = "a-password-for-load";
  expect(await call("POST", "/api/trpc/account.register", { body: { name: "Load", email, password } }), 200, "the account");
  /** @type {{ token: string, until: number } | null} */
  let access = null;

  /** Tokens last a quarter of an hour, endurance longer. */
  async function bearer() {
    if (access === null || Date.now() > access.until) {
      const { accessToken, expiresIn } = expect(await call("POST", "/api/v1/auth/token", { body: { email, password } }), 200, "the sign-in");
      access = { token: accessToken, until: Date.now() + (expiresIn - 120) * 1_000 };
    }
    return { authorization: `Bearer ${access.token}` };
  }

  /** @param {string} method @param {string} path @param {unknown} [body] */
  const rest = async (method, path, body) => call(method, `/api/v1${path}`, { body, headers: await bearer() });

  /** A token for the host's own socket, which takes the session of a browser. @param {string} gameId @returns {Promise<string>} */
  async function socketToken(gameId) {
    const csrf = await call("GET", "/api/auth/csrf");
    const cookies = cookiesOf(csrf.headers);
    const signedIn = await call("POST", "/api/auth/callback/credentials", {
      form: { csrfToken: csrf.body.csrfToken, email, password, json: "true" },
      headers: { cookie: cookies },
    });
    const cookie = [cookies, cookiesOf(signedIn.headers)].join("; ");
    const answer = expect(await call("POST", "/api/trpc/live.token", { body: { gameId, as: "host" }, headers: { cookie } }), 200, "the host's socket");
    return answer.result.data.token;
  }

  return {
    close,
    socketToken,
    get: (/** @type {string} */ path) => rest("GET", path),
    post: (/** @type {string} */ path, /** @type {unknown} */ body) => rest("POST", path, body),
    /** @param {string} path @param {unknown} body @param {number} status */
    make: async (path, body, status) => expect(await rest("POST", path, body), status, path),
  };
}
/** @typedef {Awaited<ReturnType<typeof signInAuthor>>} Author */

/** @param {import("../client/call-json.mjs").JsonAnswer} answer @param {number} status @param {string} what */
export function expect(answer, status, what) {
  if (answer.status !== status) throw new RefusedError(`${what} was answered with ${answer.status}: ${JSON.stringify(answer.body).slice(0, 300)}`);
  return answer.body;
}

/** @param {import("node:http").IncomingHttpHeaders} headers */
function cookiesOf(headers) {
  return (headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0]).join("; ");
}
