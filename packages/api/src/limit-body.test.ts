import { describe, expect, it } from "vitest";
import { limitBody } from "./limit-body";

const post = (body: string | ReadableStream<Uint8Array>, headers: Record<string, string> = {}) =>
  new Request("http://localhost/", { method: "POST", body, headers, duplex: "half" } as RequestInit);

describe("a limited body", () => {
  it("passes whole, with method and headers, when it is short enough", async () => {
    const limited = await limitBody(post("12345", { "x-one": "1" }), 5);
    expect(limited?.method).toBe("POST");
    expect(limited?.headers.get("x-one")).toBe("1");
    expect(await limited?.text()).toBe("12345");
  });

  it("is refused by its announced length, before it is read", async () => {
    expect(await limitBody(post("123", { "content-length": "6" }), 5)).toBeNull();
  });

  it("is refused as soon as it is longer than announced", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    expect(await limitBody(post(endless), 4096)).toBeNull();
    expect(sent).toBeLessThan(12);
  });

  it("does not mind that there is none", async () => {
    const request = new Request("http://localhost/");
    expect(await limitBody(request, 1)).toBe(request);
  });
});
