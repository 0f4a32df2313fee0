import { perSecond, quantile, quantiles } from "./panels.mjs";

const nodes = 'job="ws-server"';

/** @type {import("./panels.mjs").Dashboard} */
export const edge = {
  name: "edge",
  title: "the live edge",
  description: "Sockets, what they are told, and how the nodes that hold them are.",
  rows: [
    {
      title: "Sockets",
      panels: [
        { title: "Open sockets by node", description: "How evenly the balancer spreads them. A node that loses all of its sockets at once has died or drains.", unit: "short",
          queries: [{ expr: "sum by (instance) (quickfire_connected_clients)", legend: "{{instance}}" }] },
        { title: "Open sockets by transport", description: "tRPC is what browsers speak, plain JSON is for programs.", unit: "short",
          queries: [{ expr: "sum by (transport) (quickfire_connected_clients)", legend: "{{transport}}" }] },
        { title: "Setting up a socket", description: "From the request to the proved identity. Promised: 95 of 100 within 200 ms.", unit: "s", limit: 0.2, queries: quantiles("quickfire_socket_setup_seconds") },
        { title: "Feeds opened", description: "Resumed: went on where the last socket broke off. Snapshot: began anew. After a node died the first should be most of them.", unit: "ops",
          queries: [{ expr: perSecond("quickfire_feeds_total", { by: "outcome" }), legend: "{{outcome}}" }] },
        { title: "Sockets that closed", description: "By close code: 1000 the game ended, 1001 the node drains, 1006 broke off, 1008 barred, 1009 too large, 1013 try later, 4000 replaced by a newer one.", unit: "ops",
          queries: [{ expr: perSecond("quickfire_closed_sockets_total", { by: "code" }), legend: "{{code}}" }] },
        { title: "Sockets that were refused", description: "By reason. `full` and `too_many_sockets` are about room for more, `token` and `origin` about who asks.", unit: "ops",
          queries: [{ expr: perSecond("quickfire_refused_sockets_total", { by: "reason" }), legend: "{{reason}}", quiet: true }] },
      ],
    },
    {
      title: "What is told",
      panels: [
        { title: "From Redis to the node", description: "Pub/Sub: from an event's publication to its arrival. Redis's clock and the node's agree to some ms.", unit: "s", limit: 0.1, queries: quantiles("quickfire_pubsub_delay_seconds") },
        { title: "From the node to its sockets", description: "From an event's arrival to its last write to a socket. Grows with the sockets of a game on one node.", unit: "s", limit: 0.1, queries: quantiles("quickfire_fanout_delay_seconds") },
        { title: "Writes to sockets", description: "Events of one turn leave in one write.", unit: "wps", queries: [{ expr: perSecond("quickfire_fanout_writes_total", { by: "instance" }), legend: "{{instance}}" }] },
        { title: "Bytes to sockets", description: "All that is sent, answers included.", unit: "Bps", queries: [{ expr: perSecond("quickfire_outgoing_bytes_total", { by: "instance" }), legend: "{{instance}}" }] },
        { title: "Slow readers closed", description: "They come back and resume, so nothing is lost to them; many of them mean a network that can't keep up.", unit: "ops", queries: [{ expr: perSecond("quickfire_slow_readers_total"), legend: "closed" }] },
        { title: "Bytes for each write", description: "The size of what goes to one socket at once.", unit: "bytes", queries: [{ expr: `${perSecond("quickfire_outgoing_bytes_total")} / ${perSecond("quickfire_fanout_writes_total")}`, legend: "bytes" }] },
      ],
    },
    {
      title: "The nodes",
      panels: [
        { title: "Processor", description: "1 is one core, which is all that one node can use.", unit: "percentunit", limit: 0.9, queries: [{ expr: `rate(process_cpu_seconds_total{${nodes}}[$__rate_interval])`, legend: "{{instance}}" }] },
        { title: "Memory", description: "Resident; a socket takes about 20 KB.", unit: "bytes", queries: [{ expr: `process_resident_memory_bytes{${nodes}}`, legend: "{{instance}}" }] },
        { title: "Event loop behind", description: "How long work waits for its turn: the first thing to grow when a node has too much to do.", unit: "s", limit: 0.1, queries: [{ expr: `nodejs_eventloop_lag_p99_seconds{${nodes}}`, legend: "{{instance}}" }] },
        { title: "Up since", description: "A step back to 0 is a restart.", unit: "s", queries: [{ expr: `time() - process_start_time_seconds{${nodes}}`, legend: "{{instance}}" }] },
        { title: "Garbage collection", description: "Share of the time that a node spends on it.", unit: "percentunit", queries: [{ expr: `sum by (instance) (rate(nodejs_gc_duration_seconds_sum{${nodes}}[$__rate_interval]))`, legend: "{{instance}}" }] },
        { title: "Left out for want of time", description: "What strained nodes do without: `presence` is counts and people, `boards` too; an overloaded one also takes no new `sockets`, and web no `joins`. Answers are never among it.", unit: "ops", queries: [{ expr: perSecond("quickfire_shed_total", { by: "what" }), legend: "{{what}}" }] },
        { title: "Setting up a socket, by transport", description: "Over tRPC the client's first message is part of it.", unit: "s", limit: 0.2, queries: [{ expr: quantile(0.95, "quickfire_socket_setup_seconds", { by: "transport" }), legend: "{{transport}}, p95" }] },
      ],
    },
  ],
};
