import { waitFor } from "@quickfire/testing";
import type { ControlMessage, GameListener, HubEvent } from "../src/event-hub.types";

/** Keeps what it is told, and waits for more. */
export function recordedListener() {
  const events: HubEvent[] = [];
  const controls: ControlMessage[] = [];
  const listener: GameListener = { onEvent: (event) => events.push(event), onControl: (message) => controls.push(message) };
  const types = () => events.map(({ event }) => event.type);
  return {
    listener,
    events,
    controls,
    types,
    numbers: () => events.map(({ id }) => Number(id.split(".")[1])),
    until: (type: HubEvent["event"]["type"]) => waitFor(() => types().includes(type), { what: `the event ${type}` }),
    untilControl: (type: ControlMessage["type"]) => waitFor(() => controls.find((message) => message.type === type), { what: `the message ${type}` }),
  };
}
