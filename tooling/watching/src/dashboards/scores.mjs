import { perSecond, quantile, quantiles } from "./panels.mjs";

/** @type {import("./panels.mjs").Dashboard} */
export const scores = {
  name: "scores",
  title: "long-term scores and trust",
  description: "Points beyond one game: boards and who follows them, homework, what was flagged and decided, and what is forgotten.",
  rows: [
    {
      title: "Boards",
      panels: [
        { title: "Changes of points", description: "Games that were verified, homework, and what was taken back: each is told once.", unit: "ops", queries: [{ expr: perSecond("quickfire_score_changes_total"), legend: "changes" }] },
        { title: "Bringing points to the boards", description: "A batch of users, from Postgres to the boards in Redis. An alert comes at a second.", unit: "s", limit: 1, queries: quantiles("quickfire_board_update_seconds") },
        { title: "Boards made again", description: "A new week or month, `npm run boards -- rebuild`, or a Redis that came back without them.", unit: "ops", queries: [{ expr: perSecond("quickfire_board_rebuilds_total"), legend: "boards" }] },
        { title: "Shown as last known", description: "Boards that were marked stale, because Redis could not be asked.", unit: "ops", queries: [{ expr: perSecond("quickfire_stale_boards_total"), legend: "boards" }] },
        { title: "Boards from memory", description: "Reads of a board's top that asked neither Redis nor Postgres.", unit: "percentunit",
          queries: [{ expr: 'sum(rate(quickfire_cache_hits_total{cache="board"}[$__rate_interval])) / (sum(rate(quickfire_cache_hits_total{cache="board"}[$__rate_interval])) + (sum(rate(quickfire_cache_misses_total{cache="board"}[$__rate_interval])) or vector(0)))', legend: "hits", quiet: true }] },
      ],
    },
    {
      title: "Streams of boards",
      panels: [
        { title: "Open streams", description: "Server-sent events: one a browser, however many its tabs.", unit: "short", queries: [{ expr: "sum by (instance) (quickfire_event_streams)", legend: "{{instance}}" }] },
        { title: "Boards to streams", description: "One write for each follower of a board that was published anew; who reads slowly gets only the newest.", unit: "wps", queries: [{ expr: perSecond("quickfire_board_writes_total"), legend: "writes" }] },
        { title: "To the last stream", description: "From a board's publication in web to the last write of it.", unit: "s", queries: [{ expr: quantile(0.5, "quickfire_board_fanout_seconds"), legend: "p50" }, { expr: quantile(0.95, "quickfire_board_fanout_seconds"), legend: "p95" }] },
      ],
    },
    {
      title: "At one's own pace, and trust",
      panels: [
        { title: "Attempts", description: "Begun on a page, or handed in at once as an action.", unit: "ops", queries: [{ expr: perSecond("quickfire_attempts_total", { by: "way" }), legend: "{{way}}" }] },
        { title: "Put on the review list", description: "By rule. They count until an admin decides.", unit: "ops", queries: [{ expr: perSecond("quickfire_unusual_scores_total", { by: "pattern" }), legend: "{{pattern}}" }] },
        { title: "Decided", description: "What admins did about players and accounts, and the blocks that a rule set by itself. The audit names each.", unit: "ops", queries: [{ expr: perSecond("quickfire_decisions_total", { by: "action" }), legend: "{{action}}" }] },
        { title: "Games verified", description: "Only games that agree give points.", unit: "ops", queries: [{ expr: perSecond("quickfire_verifications_total", { by: "outcome" }), legend: "{{outcome}}" }] },
        { title: "Letters", description: "Handed to the mail server, or failed. A failed one has to be asked for again.", unit: "ops", queries: [{ expr: perSecond("quickfire_mails_total", { by: "outcome" }), legend: "{{outcome}}" }] },
        { title: "Limits that were hit", description: "By limit: sign-in, join, answers, actions, imports, API.", unit: "ops", queries: [{ expr: perSecond("quickfire_rate_limit_hits_total", { by: "limit" }), legend: "{{limit}}", quiet: true }] },
      ],
    },
    {
      title: "What is forgotten",
      panels: [
        { title: "Forgotten", description: "By kind: what went because its time was over.", unit: "ops", queries: [{ expr: perSecond("quickfire_forgotten_total", { by: "kind" }), legend: "{{kind}}" }] },
        { title: "Since the worker last came to the end of it", description: "It looks every five minutes unless set otherwise. An alert comes after a day.", unit: "s", limit: 86_400, queries: [{ expr: "time() - (max(quickfire_last_forgetting_seconds) > 0)", legend: "ago", quiet: true }] },
      ],
    },
  ],
};
