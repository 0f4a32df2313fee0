import { perSecond, quantile, quantiles } from "./panels.mjs";

/** @type {import("./panels.mjs").Dashboard} */
export const games = {
  name: "games",
  title: "games",
  description: "What players feel: joining, answering, scores on the screen. Each promise is a red line.",
  rows: [
    {
      title: "Now",
      panels: [
        { title: "Games", description: "Games with at least one open socket; one that is played on several nodes counts on each.", unit: "short", kind: "stat", queries: [{ expr: "sum(quickfire_active_games)", legend: "games" }] },
        { title: "Connected", description: "Players, hosts and screens.", unit: "short", kind: "stat", queries: [{ expr: "sum(quickfire_connected_clients)", legend: "sockets" }] },
        { title: "Answers a second", description: "Those that counted.", unit: "ops", kind: "stat", queries: [{ expr: perSecond("quickfire_answers_total", { where: 'outcome="accepted"' }), legend: "accepted" }] },
      ],
    },
    {
      title: "The promises",
      panels: [
        { title: "Joining", description: "From the parsed request to the token. Promised: 95 of 100 within 150 ms.", unit: "s", limit: 0.15, queries: quantiles("quickfire_join_seconds") },
        { title: "Setting up a socket", description: "From the request to the proved identity. Promised: 95 of 100 within 200 ms.", unit: "s", limit: 0.2, queries: quantiles("quickfire_socket_setup_seconds") },
        { title: "Answer to score", description: "From reading an answer off its socket to its score being counted. Promised: 95 of 100 within 100 ms.", unit: "s", limit: 0.1, queries: quantiles("quickfire_score_update_seconds") },
        { title: "Score to screen", description: "From the moment at which a changed board was due to its last write to a socket. Promised: 95 of 100 within 80 ms.", unit: "s", limit: 0.08, queries: quantiles("quickfire_score_to_screen_seconds") },
        { title: "End to final standings", description: "From the end of the game to the last write of its final standings, everyone's own result before it. Promised: 95 of 100 within 200 ms.", unit: "s", limit: 0.2, queries: quantiles("quickfire_final_standings_seconds") },
        { title: "Refreshing a board", description: "One call of Redis; happens at most every 500 ms for a game.", unit: "s", queries: quantiles("quickfire_leaderboard_refresh_seconds") },
      ],
    },
    {
      title: "Joining and answering",
      panels: [
        { title: "Joins", description: "Participants who came in.", unit: "ops", queries: [{ expr: perSecond("quickfire_joins_total"), legend: "joins" }] },
        { title: "Answers by outcome", description: "`accepted` counted; `repeated` is a retry that got its first receipt again; the others were refused for the reason named.", unit: "ops", queries: [{ expr: perSecond("quickfire_answers_total", { by: "outcome" }), legend: "{{outcome}}" }] },
        { title: "Answers in one call", description: "How many answers a call of Redis takes; at most 200.", unit: "short", queries: [{ expr: quantile(0.5, "quickfire_answer_batch_size"), legend: "p50" }, { expr: quantile(0.99, "quickfire_answer_batch_size"), legend: "p99" }] },
        { title: "Answers on their way", description: "Sent to Redis and not back yet.", unit: "short", queries: [{ expr: "sum by (instance) (quickfire_answers_in_flight)", legend: "{{instance}}" }] },
        { title: "Cache hits", description: "Quizzes and accounts that were still at hand. Promised: above 95 %.", unit: "percentunit",
          queries: [{ expr: "sum by (cache) (rate(quickfire_cache_hits_total[$__rate_interval])) / (sum by (cache) (rate(quickfire_cache_hits_total[$__rate_interval])) + sum by (cache) (rate(quickfire_cache_misses_total[$__rate_interval])))", legend: "{{cache}}" }] },
        { title: "Removed by hosts", description: "Participants whom a host sent out.", unit: "ops", queries: [{ expr: perSecond("quickfire_removed_participants_total"), legend: "removed" }] },
      ],
    },
  ],
};
