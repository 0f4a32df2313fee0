import { perSecond, quantile } from "./panels.mjs";

const requests = 'door=~"trpc|rest|page|sign-in"';
const shareOf = (/** @type {string} */ status) => `(sum(rate(quickfire_http_request_seconds_count{${requests},status="${status}"}[$__rate_interval])) or vector(0)) / sum(rate(quickfire_http_request_seconds_count{${requests}}[$__rate_interval]))`;

/** @type {import("./panels.mjs").Dashboard} */
export const errors = {
  name: "errors",
  title: "errors and security",
  description: "What went wrong, and who tried what.",
  rows: [
    {
      title: "Requests to web",
      panels: [
        { title: "Requests", description: "By the door that they came through.", unit: "reqps", queries: [{ expr: perSecond("quickfire_http_request_seconds_count", { by: "door" }), legend: "{{door}}" }] },
        { title: "Answered with", description: "By class of status: 4xx is the caller's doing, 5xx ours.", unit: "reqps", queries: [{ expr: perSecond("quickfire_http_request_seconds_count", { by: "status", where: requests }), legend: "{{status}}" }] },
        { title: "Share of failures", description: "An alert comes at 1 % of 5xx over 5 minutes.", unit: "percentunit", limit: 0.01, queries: [{ expr: shareOf("5xx"), legend: "5xx" }, { expr: shareOf("4xx"), legend: "4xx" }] },
        { title: "p95 by door", description: "From the request's arrival to the end of its answer.", unit: "s", limit: 0.5, queries: [{ expr: quantile(0.95, "quickfire_http_request_seconds", { by: "door" }), legend: "{{door}}" }] },
        { title: "p99 by door", description: "An alert comes at 500 ms.", unit: "s", limit: 0.5, queries: [{ expr: quantile(0.99, "quickfire_http_request_seconds", { by: "door" }), legend: "{{door}}" }] },
        { title: "Open event streams", description: "Server-sent events: leaderboards of the whole instance.", unit: "short", queries: [{ expr: "sum(quickfire_event_streams)", legend: "streams" }] },
      ],
    },
    {
      title: "What nobody expected",
      panels: [
        { title: "Errors", description: "By the place where they were caught. The logs say more.", unit: "ops", queries: [{ expr: perSecond("quickfire_errors_total", { by: "service, place" }), legend: "{{service}}: {{place}}", quiet: true }] },
        { title: "Processes that answer", description: "1 while Prometheus reaches it.", unit: "short", queries: [{ expr: "up", legend: "{{job}} {{instance}}" }] },
        { title: "Failed calls to Redis", description: "While it is away answers are refused with BUSY and sent again by the clients.", unit: "ops", queries: [{ expr: perSecond("quickfire_redis_errors_total", { by: "service" }), legend: "{{service}}", quiet: true }] },
      ],
    },
    {
      title: "Who tried what",
      panels: [
        { title: "Failed sign-ins", description: "Wrong passwords and unknown accounts.", unit: "ops", queries: [{ expr: perSecond("quickfire_failed_sign_ins_total"), legend: "sign-ins" }] },
        { title: "Codes that name no game", description: "Typing errors are a few; a steady stream is somebody guessing.", unit: "ops", queries: [{ expr: perSecond("quickfire_wrong_codes_total"), legend: "codes" }] },
        { title: "Tokens that are not valid", description: "Over HTTP by kind; a spent refresh token may have been stolen. Sockets are in the panel beside.", unit: "ops", queries: [{ expr: perSecond("quickfire_bad_tokens_total", { by: "kind" }), legend: "{{kind}}" }] },
        { title: "Sockets refused", description: "By reason: `origin` is a foreign page, `token` a wrong token, `no_token` none within 5 s, `removed` somebody whom a host sent out.", unit: "ops", queries: [{ expr: perSecond("quickfire_refused_sockets_total", { by: "reason" }), legend: "{{reason}}", quiet: true }] },
        { title: "Limits that were hit", description: "By limit; `socket` is one socket that says too much.", unit: "ops", queries: [{ expr: perSecond("quickfire_rate_limit_hits_total", { by: "limit" }), legend: "{{limit}}", quiet: true }] },
        { title: "Frames that no honest client sends", description: "Too large, too deep, too many calls, unreadable, or against the protocol.", unit: "ops", queries: [{ expr: perSecond("quickfire_bad_frames_total", { by: "reason" }), legend: "{{reason}}", quiet: true }] },
        { title: "Put on the review list", description: "Players whom a rule has found unusual. They count until an admin decides.", unit: "ops", queries: [{ expr: perSecond("quickfire_unusual_scores_total", { by: "pattern" }), legend: "{{pattern}}" }] },
        { title: "Removed by hosts", description: "Participants whom a host sent out.", unit: "ops", queries: [{ expr: perSecond("quickfire_removed_participants_total"), legend: "removed" }] },
        { title: "Slow readers closed", description: "Sockets that did not take what they were sent.", unit: "ops", queries: [{ expr: perSecond("quickfire_slow_readers_total"), legend: "closed" }] },
      ],
    },
  ],
};
