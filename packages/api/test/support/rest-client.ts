import { incomingOf } from "@quickfire/testing";
import { addressBlock, type WebServices } from "../../src";
import { handleRest } from "../../src/rest";
import { checkDocumented } from "./check-documented";
import { openGate } from "./open-gate";
import { randomAddress } from "./random-address";

export type RestReply<Body = Record<string, unknown>> = { status: number; headers: Headers; body: Body; text: string; bytes: Uint8Array };

/** Speaks to the REST handler as a program would: whole requests in, whole answers out. */
export class RestClient {
  readonly ip = randomAddress();
  constructor(
    private readonly services: WebServices,
    private readonly options: { token?: string; headers?: Record<string, string> },
  ) {}

  get = <Body = Record<string, unknown>>(path: string) => this.send<Body>("GET", path);
  post = <Body = Record<string, unknown>>(path: string, body?: unknown, headers?: Record<string, string>) => this.sendJson<Body>("POST", path, body, headers);
  put = <Body = Record<string, unknown>>(path: string, body: unknown) => this.sendJson<Body>("PUT", path, body);
  patch = <Body = Record<string, unknown>>(path: string, body: unknown) => this.sendJson<Body>("PATCH", path, body);
  delete = <Body = Record<string, unknown>>(path: string) => this.send<Body>("DELETE", path);

  sendJson<Body = Record<string, unknown>>(method: string, path: string, body: unknown, headers: Record<string, string> = {}) {
    return body === undefined
      ? this.send<Body>(method, path, { headers })
      : this.send<Body>(method, path, { body: JSON.stringify(body), headers: { "content-type": "application/json", ...headers } });
  }

  async send<Body = Record<string, unknown>>(method: string, path: string, { headers, body }: { headers?: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> } = {}): Promise<RestReply<Body>> {
    const { token } = this.options;
    const request = new Request(`http://localhost:3000/api/v1${path}`, {
      method,
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...this.options.headers, ...headers },
      body,
    });
    const door = { services: this.services, origin: { ip: this.ip, userAgent: "tests" }, addressBlock: addressBlock(this.ip) };
    const reply = await handleRest(incomingOf(request), { webUrl: this.services.urls.web, logger: this.services.logger, newcomers: openGate, openDoor: async () => door });
    const bytes = new Uint8Array(await reply.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    const isJson = reply.headers.get("content-type")?.includes("json") ?? false;
    const parsed = isJson ? JSON.parse(text) : text;
    checkDocumented({ method, path, status: reply.status, contentType: reply.headers.get("content-type"), body: parsed });
    return { status: reply.status, headers: reply.headers, text, bytes, body: parsed as Body };
  }
}
