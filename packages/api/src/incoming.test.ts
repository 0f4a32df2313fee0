import { describe, expect, it } from "vitest";
import { collectBytes } from "./incoming";

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

describe("collecting a body", () => {
  it("gives all of it when it is short enough, also when there is none", async () => {
    expect(Buffer.from((await collectBytes(pieces("12", "345"), 5)) ?? []).toString()).toBe("12345");
    expect((await collectBytes(pieces(), 5))?.byteLength).toBe(0);
  });

  it("stops as soon as it is too long, however much there is", async () => {
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += 1;
        yield new Uint8Array(1_024);
      }
    }
    expect(await collectBytes(endless(), 4_096)).toBeNull();
    expect(sent).toBe(5);
  });
});
