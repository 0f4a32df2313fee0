import { z } from "zod";

export type RestReply = { status: number; body: unknown };

const bodyWithin = z.string().transform((text): unknown => (text === "" ? null : JSON.parse(text)));

/** Speaks REST version 1 as any outside program would. Throws only where nothing came back. */
export class RestClient {
  constructor(private readonly webUrl: string, private readonly token?: string) {}

  static async signIn(webUrl: string, { email, password }: { email: string; password: string }): Promise<RestClient> {
    const { status, body } = await new RestClient(webUrl).post("/auth/token", { email, password });
    if (status !== 200) throw new Error(`the sign-in of ${email} was answered with ${status}`);
    return new RestClient(webUrl, z.object({ accessToken: z.string() }).parse(body).accessToken);
  }

  get(path: string): Promise<RestReply> {
    return this.#call("GET", path);
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<RestReply> {
    return this.#call("POST", path, { body, headers });
  }

  delete(path: string): Promise<RestReply> {
    return this.#call("DELETE", path);
  }

  async #call(method: string, path: string, { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {}): Promise<RestReply> {
    const answer = await fetch(`${this.webUrl}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // Who calls tries again; a server that hangs must not keep it from that.
      signal: AbortSignal.timeout(10_000),
    });
    const isJson = answer.headers.get("content-type")?.includes("json") ?? false;
    const text = await answer.text();
    return { status: answer.status, body: isJson ? bodyWithin.parse(text) : text };
  }
}
