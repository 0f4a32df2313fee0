import { LiveClient } from "../client/live-client.mjs";
import { now } from "./clock.mjs";

/**
 * @typedef {object} GivenAnswer
 * @property {string} questionId
 * @property {string} option
 * @property {string} actionId
 * @property {number} sentAt of the first try; 0 before it
 * @property {{ accepted: boolean, reason: string | null, repeated: boolean, points: number | null, score: number | null } | null} receipt
 * @property {number} receiptAt
 * @property {number} receipts
 */

const retryReasons = new Set(["BUSY", "RATE_LIMITED"]);
const mostTries = 30;
const gameOver = "closed with 1000";
/** An answer at the very start of a question may be too early for a clock that is a little behind. */
const reactionMs = 30;

/** One player: joins, connects, answers what is asked, tries again where a try was lost, and keeps every receipt. */
export class Player {
  /** @type {import("../client/dialects.mjs").Seat | null} */
  seat = null;
  /** @type {LiveClient | null} */
  client = null;
  /** From the first thing it is told. */
  isConnected = false;
  hasEnded = false;
  messages = 0;
  /** How often each question was told, by event; and which ones by a snapshot only. @type {Map<string, number>} */
  told = new Map();
  /** @type {Set<string>} */
  shown = new Set();
  /** @type {Map<string, GivenAnswer>} */
  answers = new Map();
  /** Questions whose own result came after the reveal. @type {Set<string>} */
  results = new Set();
  /** @type {string | undefined} */
  #lastEventId;
  /** @type {string | null} */
  #openQuestion = null;
  /** @type {string | null} */
  #closedQuestion = null;
  #isOpen = false;
  #tries = 0;
  #calls = 0;
  #startedAt = 0;

  /**
   * @param {import("./crowd.mjs").Crowd} crowd
   * @param {{ index: number, name: string, dialect: import("../client/dialects.mjs").Dialect, url: string, localAddress: string | undefined }} place
   */
  constructor(crowd, place) {
    this.crowd = crowd;
    this.place = place;
  }

  connect() {
    const { crowd, place, seat } = this;
    if (seat === null) return;
    this.#startedAt = now();
    this.#tries += 1;
    this.client = new LiveClient({
      url: place.url,
      localAddress: place.localAddress,
      path: place.dialect.path(seat, this.#lastEventId),
      headers: place.dialect.headers(seat),
      onOpen: () => this.#greet(seat),
      onText: (text) => this.#hear(text),
      onClose: (why) => this.#onClose(why),
    });
    crowd.counts.connecting += 1;
  }

  /** As a phone that leaves the network, and is back at once. */
  dropAndReturn() {
    this.client?.cut();
  }

  /** @param {import("../client/dialects.mjs").Seat} seat */
  #greet(seat) {
    this.#isOpen = true;
    for (const text of this.place.dialect.opening(seat, this.#lastEventId)) this.client?.say(text);
    this.#sendUnacknowledged();
  }

  /** @param {string} text */
  #hear(text) {
    const { crowd } = this;
    const told = crowd.shared.read(this.place.dialect, text);
    if (told === null) return;
    const at = now();
    this.messages += 1;
    if (told.event) crowd.shared.arrived(told.event, at);
    if (told.id !== undefined) {
      this.#lastEventId = told.id;
      if (!this.isConnected) this.#connected(at);
    }
    switch (told.type) {
      case "snapshot": return this.#onSnapshot(told.payload);
      case "new_question": return this.#onQuestion(told.payload);
      case "question_closed": return this.#onClosed(told.payload.questionId);
      case "answer_result": return this.#onReceipt(told.payload, at);
      case "your_standing": return this.#onStanding(told.payload, at);
      case "quiz_ended": return this.#onEnded();
      case "refused": return this.#onRefused(told.payload);
    }
  }

  /** @param {number} at */
  #connected(at) {
    this.isConnected = true;
    this.#tries = 0;
    this.crowd.counts.connected += 1;
    this.crowd.counts.connecting -= 1;
    this.crowd.figures.connect.record(at - this.#startedAt);
    this.crowd.onConnected();
  }

  /** @param {Record<string, any>} payload */
  #onSnapshot({ question, closed }) {
    if (closed) this.#onClosed(closed.questionId);
    if (!question || this.told.has(question.questionId)) return;
    this.shown.add(question.questionId);
    this.#planAnswer(question);
  }

  /** @param {Record<string, any>} question */
  #onQuestion(question) {
    const { questionId } = question;
    this.told.set(questionId, (this.told.get(questionId) ?? 0) + 1);
    this.#planAnswer(question);
  }

  /** @param {Record<string, any>} question */
  #planAnswer({ questionId, startTime, optionIds }) {
    if (this.answers.has(questionId)) return;
    const { crowd } = this;
    this.#openQuestion = questionId;
    const option = optionIds[Math.floor(crowd.chance() * optionIds.length)] ?? "";
    const actionId = `${this.place.index}-${questionId}`.slice(0, 64);
    /** @type {GivenAnswer} */
    const answer = { questionId, option, actionId, sentAt: 0, receipt: null, receiptAt: 0, receipts: 0 };
    this.answers.set(questionId, answer);
    const at = Date.parse(startTime) + reactionMs + crowd.chance() * crowd.settings.spreadMs;
    crowd.queue.plan(Math.max(at, now()), () => this.#send(answer));
  }

  /** @param {GivenAnswer} answer */
  #send(answer) {
    if (answer.sentAt === 0) {
      answer.sentAt = now();
      this.crowd.counts.answered += 1;
    }
    // Without a connection it goes out with the next one.
    if (!this.#isOpen) return;
    this.#calls += 1;
    this.client?.say(this.place.dialect.answer(answer, this.#calls));
  }

  /** Safe to repeat: the first one counts, and is told its first receipt again. */
  #sendUnacknowledged() {
    for (const answer of this.answers.values()) if (answer.receipt === null && answer.sentAt > 0) this.#send(answer);
  }

  /** @param {Record<string, any>} payload @param {number} at */
  #onReceipt({ questionId, accepted, reason, repeated, points, score }, at) {
    const answer = this.answers.get(questionId);
    const { crowd } = this;
    if (!answer) {
      crowd.count("receipts of answers that were never given");
      return;
    }
    if (!accepted && retryReasons.has(reason)) {
      crowd.count(`answers sent again after ${reason}`);
      crowd.queue.plan(now() + 300 + crowd.chance() * 500, () => answer.receipt === null && this.#send(answer));
      return;
    }
    answer.receipts += 1;
    if (answer.receipt !== null) return;
    answer.receipt = { accepted, reason: reason ?? null, repeated: repeated === true, points: points ?? null, score: score ?? null };
    answer.receiptAt = at;
    crowd.counts.receipts += 1;
    crowd.figures.receipt.record(at - answer.sentAt);
    if (!accepted) crowd.count(`answers refused: ${reason}`);
    else if (score !== undefined && this.seat) crowd.scored(this.seat.participantId, score, at);
  }

  /** Without feedback at once the points come with the reveal. @param {Record<string, any>} payload @param {number} at */
  #onStanding({ questionId, points, score }, at) {
    const answer = this.answers.get(questionId);
    if (answer?.receipt?.accepted && answer.receipt.points === null) Object.assign(answer.receipt, { points, score });
    if (questionId !== this.#closedQuestion || this.results.has(questionId)) {
      if (answer && answer.receiptAt > 0 && questionId === this.#openQuestion) this.crowd.figures.ownScore.record(at - answer.sentAt);
      return;
    }
    this.results.add(questionId);
    this.crowd.onResult(questionId, at);
  }

  /** @param {string} questionId */
  #onClosed(questionId) {
    if (this.#closedQuestion === questionId) return;
    this.#closedQuestion = questionId;
    this.#openQuestion = null;
    this.crowd.onClosed(questionId);
  }

  #onEnded() {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.crowd.onEnded();
  }

  /** A call that tRPC refused outright. @param {Record<string, any>} payload */
  #onRefused({ code }) {
    this.crowd.count(`calls refused: ${code}`);
    this.crowd.queue.plan(now() + 500, () => this.#sendUnacknowledged());
  }

  /** @param {string} why */
  #onClose(why) {
    const { crowd } = this;
    if (this.isConnected) crowd.counts.connected -= 1;
    else crowd.counts.connecting -= 1;
    const wasConnected = this.isConnected;
    this.isConnected = false;
    this.#isOpen = false;
    if (crowd.isLeaving || this.hasEnded) return;
    crowd.count(`sockets ${wasConnected ? "lost" : "not opened"}: ${why}`);
    if (why === gameOver) {
      crowd.count("players who were not told the end");
      return;
    }
    if (this.#tries >= mostTries) {
      crowd.count("players who gave up");
      return;
    }
    const waitMs = why === "cut" ? 0 : 100 + crowd.chance() * Math.min(5_000, 400 * 2 ** Math.min(this.#tries, 5));
    setTimeout(() => this.connect(), waitMs);
  }
}
