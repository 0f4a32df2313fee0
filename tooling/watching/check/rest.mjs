/**
 * REST version 1 as any outside program speaks it.
 *
 * @param {string} webUrl
 * @param {string} [token]
 */
export function createRest(webUrl, token) {
  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   */
  async function call(method, path, body) {
    const answer = await fetch(`${webUrl}/api/v1${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text.startsWith("{") ? JSON.parse(text) : text };
  }
  return {
    call,
    /** Fails where the answer is none of success. @param {string} method @param {string} path @param {unknown} [body] */
    async must(method, path, body) {
      const answer = await call(method, path, body);
      if (answer.status >= 300) throw new Error(`${method} ${path} was answered with ${answer.status}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
  };
}

/** The demo author's. @param {string} webUrl */
export async function signIn(webUrl) {
  const { accessToken } = await createRest(webUrl).must("POST", "/auth/token", { email: "author@quickfire.test", password: "quickfire-demo" });
  return createRest(webUrl, accessToken);
}
