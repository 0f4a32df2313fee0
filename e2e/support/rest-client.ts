import { stack } from "./stack";

export type RestAnswer<Body = Record<string, unknown>> = { status: number; headers: Headers; body: Body };

/** Speaks REST version 1 as any outside program would. */
export class RestClient {
  constructor(private readonly token?: string) {}

  static async signIn(email: string, password: string): Promise<RestClient> {
    const { status, body } = await new RestClient().post<{ accessToken: string }>("/auth/token", { email, password });
    if (status !== 200) throw new Error(`sign-in of ${email} was answered with ${status}`);
    return new RestClient(body.accessToken);
  }

  get<Body = Record<string, unknown>>(path: string) {
    return this.call<Body>("GET", path);
  }

  post<Body = Record<string, unknown>>(path: string, body?: unknown, headers: Record<string, string> = {}) {
    return this.call<Body>("POST", path, body, headers);
  }

  put<Body = Record<string, unknown>>(path: string, body: unknown) {
    return this.call<Body>("PUT", path, body);
  }

  delete<Body = Record<string, unknown>>(path: string) {
    return this.call<Body>("DELETE", path);
  }

  private async call<Body>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<RestAnswer<Body>> {
    const answer = await fetch(`${stack.webUrl}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get("content-type")?.includes("json") ?? false;
    return { status: answer.status, headers: answer.headers, body: (isJson && text ? JSON.parse(text) : text) as Body };
  }
}
