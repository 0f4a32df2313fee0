import type { Page } from "@playwright/test";

/** A phone of some years ago on a mobile network that has seen better days. */
export const slowPhone = { cpuSlowdown: 4, downloadKbit: 1_600, uploadKbit: 750, roundTripMs: 150 } as const;

export async function actAsSlowPhone(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: slowPhone.roundTripMs,
    downloadThroughput: (slowPhone.downloadKbit * 1_000) / 8,
    uploadThroughput: (slowPhone.uploadKbit * 1_000) / 8,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: Math.max(1, slowPhone.cpuSlowdown / slowdownByOthers()) });
}

/** How many times slower this machine is at the moment than it could be, for what else runs on it: that part need not be played. */
function slowdownByOthers(): number {
  const began = performance.now();
  const before = process.cpuUsage();
  let usedMs = 0;
  while (usedMs < 40) {
    const { user, system } = process.cpuUsage(before);
    usedMs = (user + system) / 1_000;
  }
  return Math.max(1, (performance.now() - began) / usedMs);
}

/** The scripts that a page has loaded so far, as they came over the line: compressed, without headers. */
export function scriptsOf(page: Page): Promise<{ count: number; bytes: number }> {
  return page.evaluate(() => {
    const scripts = performance.getEntriesByType("resource").filter((entry) => entry instanceof PerformanceResourceTiming && new URL(entry.name).pathname.endsWith(".js")) as PerformanceResourceTiming[];
    return { count: scripts.length, bytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) };
  });
}

export function firstContentfulPaintMs(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName("first-contentful-paint")[0];
          if (paint) resolve(paint.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
}

export type Smoothness = {
  /** Of the longest task on a page's own thread, in its own processor time: whatever else the machine has to do does not count. */
  longestTaskMs: number;
  /** The sum of all shifts, also of those within half a second of a tap: on a phone that is where a finger lands wrong. */
  shift: number;
  /** What moved, for whoever has to mend it. */
  moved: string[];
};

/** Counts from now on, in a browser that shows nothing but this page; `stop` tells what came. */
export async function watchSmoothness(page: Page): Promise<{ stop: () => Promise<Smoothness> }> {
  await page.evaluate(() => {
    const moved: { value: number; words: string }[] = [];
    Object.assign(window, { moved });
    type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] };
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources, startTime } of list.getEntries() as Shift[]) {
        const names = sources.map(({ node }) => (node instanceof Element ? `${node.tagName.toLowerCase()}.${node.className}` : String(node?.nodeName)));
        moved.push({ value, words: `${value.toFixed(4)} at ${Math.round(startTime)}${hadRecentInput ? " after a tap" : ""}: ${names.join(", ")}` });
      }
    }).observe({ type: "layout-shift" });
  });
  const browser = page.context().browser();
  await browser?.startTracing(page, { categories: ["toplevel"] });
  return {
    stop: async () => {
      const longestTaskMs = longestTaskOf(String(await browser?.stopTracing()));
      const moved = await page.evaluate(() => (window as unknown as { moved: { value: number; words: string }[] }).moved);
      return { longestTaskMs, shift: moved.reduce((sum, { value }) => sum + value, 0), moved: moved.map(({ words }) => words) };
    },
  };
}

type TraceEvent = { name: string; pid: number; tid: number; args?: { name?: string }; /** Processor time in µs. */ tdur?: number };

function longestTaskOf(trace: string): number {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const pages = traceEvents.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain");
  const tasks = traceEvents.filter(({ name, pid, tid }) => name === "ThreadControllerImpl::RunTask" && pages.some((page) => page.pid === pid && page.tid === tid));
  if (tasks.length === 0) throw new Error("the browser told of no task");
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1_000;
}
