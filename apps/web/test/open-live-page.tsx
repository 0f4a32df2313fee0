import { act, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { vi } from "vitest";
import type { FeedMessage } from "../src/live/store/feed-message";
import { InEnglish } from "../src/live/testing/in-english";
import { type FakeProcedures, fakeApi } from "./fake-api";
import { fakeSockets } from "./fake-sockets";

const served: FakeProcedures = { "live.token": () => ({ token: "signed", url: "ws://ws-1.quickfire.example/" }) };
const serverTime = () => ({ serverTime: new Date().toISOString() });

/** A whole page of a running game, over a network that a test decides. Needs fake timers: `pass` lets time go by. */
export async function openLivePage(page: ReactNode, { procedures = {}, online = true }: { procedures?: FakeProcedures; online?: boolean } = {}) {
  const api = fakeApi({ ...served, ...procedures });
  api.online = online;
  const sockets = fakeSockets({ answerTo: (path) => (path === "live.heartbeat" ? serverTime() : undefined) });
  const view = render(<InEnglish>{page}</InEnglish>);
  const pass = (ms = 20) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
  await pass();
  const hear = (...messages: FeedMessage[]) => act(() => messages.forEach((message) => sockets.latest().say(message)));
  return { api, sockets, pass, hear, ...view };
}
