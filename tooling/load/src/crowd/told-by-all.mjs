/** What all in a game are told alike; the rest is for one player alone. */
const sharedTypes = new Set(["lobby_changed", "phase_changed", "new_question", "question_closed", "question_skipped", "question_voided", "leaderboard_changed", "quiz_ended"]);
/** Of these every single arrival is written down. */
const timedTypes = new Set(["new_question", "quiz_ended"]);
const textsKept = 2_000;

/**
 * @typedef {object} SharedEvent
 * @property {string} id
 * @property {string} type
 * @property {Record<string, any>} payload
 * @property {number} first when the first player here had it
 * @property {number} last
 * @property {number} count
 * @property {number[]} arrivals
 *
 * @typedef {import("../client/dialects.mjs").Told & { event?: SharedEvent }} Heard
 */

/** Reads a message that comes ten thousand times only once, and knows when it came. */
export class ToldByAll {
  /** @type {Map<string, SharedEvent>} */
  events = new Map();
  /** @type {Map<string, Heard>} */
  #texts = new Map();

  /**
   * @param {import("../client/dialects.mjs").Dialect} dialect
   * @param {string} text
   * @returns {Heard | null}
   */
  read(dialect, text) {
    const known = this.#texts.get(text);
    if (known) return known;
    const told = dialect.read(text);
    if (told === null || told.id === undefined || !sharedTypes.has(told.type)) return told;
    const heard = { ...told, event: this.#eventOf(told, told.id) };
    if (this.#texts.size >= textsKept) this.#texts.clear();
    this.#texts.set(text, heard);
    return heard;
  }

  /** @param {SharedEvent} event @param {number} at */
  arrived(event, at) {
    if (event.count === 0) event.first = at;
    event.last = at;
    event.count += 1;
    if (timedTypes.has(event.type)) event.arrivals.push(at);
  }

  /** @param {string} type @returns {SharedEvent[]} */
  ofType(type) {
    return [...this.events.values()].filter((event) => event.type === type);
  }

  /** @param {import("../client/dialects.mjs").Told} told @param {string} id @returns {SharedEvent} */
  #eventOf({ type, payload }, id) {
    const known = this.events.get(id);
    if (known) return known;
    const event = { id, type, payload, first: 0, last: 0, count: 0, arrivals: [] };
    this.events.set(id, event);
    return event;
  }
}
