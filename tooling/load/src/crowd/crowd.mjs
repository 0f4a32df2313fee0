import { createJsonCaller } from "../client/call-json.mjs";
import { plain, trpc } from "../client/dialects.mjs";
import { Histogram } from "../figures/histogram.mjs";
import { AnswerQueue } from "./answer-queue.mjs";
import { createChance } from "./chance.mjs";
import { now } from "./clock.mjs";
import { Player } from "./player.mjs";
import { ToldByAll } from "./told-by-all.mjs";

/**
 * What one load process has to do.
 * @typedef {object} CrowdSettings
 * @property {string} webUrl
 * @property {readonly string[]} socketUrls the nodes, which players go to in turn
 * @property {boolean} isLocal whether sockets may come from several addresses of this machine
 * @property {string} pin
 * @property {number} from the number of the first player
 * @property {number} count
 * @property {number} plain
 * @property {number} spreadMs
 * @property {number} joiners
 * @property {number} seed
 */

/** Each address of this machine has room for so many: a server counts newcomers by address, and ports are short too. */
const playersAnAddress = 1_000;
const joinTries = 4;
const resultWithinMs = 60_000;

/** The players of one load process. */
export class Crowd {
  shared = new ToldByAll();
  figures = { join: new Histogram(), connect: new Histogram(), receipt: new Histogram(), ownScore: new Histogram(), result: new Histogram(), ownDelay: new Histogram() };
  counts = { joined: 0, connecting: 0, connected: 0, answered: 0, receipts: 0, closed: 0, results: 0, ended: 0 };
  /** What should not happen, and how often it did. @type {Map<string, number>} */
  oddities = new Map();
  /** When a score was told to its player, by participant and score. @type {Map<string, number>} */
  scores = new Map();
  isLeaving = false;
  queue = new AnswerQueue(now, (lateMs) => this.counts.answered > this.counts.receipts && this.figures.ownDelay.record(lateMs));
  /** @type {Player[]} */
  players;
  /** @type {Set<() => void>} */
  #waiting = new Set();
  /** @type {Map<string, { closedAt: number, closed: number, results: number }>} */
  #rounds = new Map();

  /** @param {CrowdSettings} settings */
  constructor(settings) {
    this.settings = settings;
    this.chance = createChance(settings.seed + settings.from);
    this.web = createJsonCaller(settings.webUrl, { connections: settings.joiners });
    this.players = Array.from({ length: settings.count }, (_, offset) => this.#seatFor(settings.from + offset));
  }

  /** Each player joins, and unless they wait for the others, connects at once. @param {{ connects: boolean }} options */
  async join({ connects }) {
    const queue = this.players.values();
    const work = async () => {
      for (const player of queue) {
        await this.#joinOne(player);
        if (connects && player.seat) await this.#connectOne(player);
      }
    };
    await Promise.all(Array.from({ length: this.settings.joiners }, work));
  }

  /** All at once. */
  async connect() {
    for (const player of this.players) player.connect();
    await this.#until(() => this.counts.connected + this.#gaveUp >= this.counts.joined, 60_000);
  }

  /** Some lose their connection, and are back at once. @param {number} share */
  async drop(share) {
    const dropped = this.players.filter(({ isConnected }, index) => isConnected && index % 100 < share * 100);
    const before = this.counts.connected;
    for (const player of dropped) player.dropAndReturn();
    await this.#until(() => this.counts.connected < before || dropped.length === 0, 5_000);
    await this.#until(() => this.counts.connected + this.#gaveUp >= this.counts.joined, 60_000);
    return dropped.length;
  }

  /** Resolves once all here have been told that the `count`-th question has closed, and what became of their answers. */
  async roundClosed(/** @type {number} */ count, /** @type {number} */ withinMs) {
    await this.#until(() => this.#rounds.size >= count, withinMs);
    const round = [...this.#rounds.values()][count - 1];
    if (!round) return false;
    return this.#until(() => round.results >= this.counts.connected && round.closed >= this.counts.connected, resultWithinMs);
  }

  /** Resolves once everybody was told the end. */
  ended() {
    return this.#until(() => this.counts.ended >= this.counts.joined - this.#gaveUp, resultWithinMs);
  }

  close() {
    this.isLeaving = true;
    this.queue.close();
    this.web.close();
    for (const { client } of this.players) client?.cut();
  }

  /** @param {string} what */
  count(what) {
    this.oddities.set(what, (this.oddities.get(what) ?? 0) + 1);
  }

  /** @param {string} participantId @param {number} score @param {number} at */
  scored(participantId, score, at) {
    const name = `${participantId} ${score}`;
    if (!this.scores.has(name)) this.scores.set(name, at);
  }

  onConnected() {
    this.#look();
  }

  /** @param {string} questionId */
  onClosed(questionId) {
    const round = this.#rounds.get(questionId);
    if (round) round.closed += 1;
    else this.#rounds.set(questionId, { closedAt: now(), closed: 1, results: 0 });
    this.counts.closed += 1;
    this.#look();
  }

  /** @param {string} questionId @param {number} at */
  onResult(questionId, at) {
    const round = this.#rounds.get(questionId);
    if (!round) return;
    round.results += 1;
    this.counts.results += 1;
    this.figures.result.record(at - round.closedAt);
    this.#look();
  }

  onEnded() {
    this.counts.ended += 1;
    this.#look();
  }

  get #gaveUp() {
    return this.oddities.get("players who gave up") ?? 0;
  }

  /** @param {number} index */
  #seatFor(index) {
    const { plain: share, socketUrls, isLocal } = this.settings;
    // Spread evenly: of ten players in a row, five speak plain where the share is a half.
    const isPlain = Math.floor((index + 1) * share) > Math.floor(index * share);
    const block = Math.floor(index / playersAnAddress);
    return new Player(this, {
      index,
      name: nameOf(index),
      dialect: isPlain ? plain : trpc,
      // Not in step with the dialects, so that each node has both.
      url: socketUrls[Math.floor(index / 2) % socketUrls.length] ?? "",
      localAddress: isLocal ? `127.0.${1 + Math.floor(block / 250)}.${1 + (block % 250)}` : undefined,
    });
  }

  /** As clients do: up to three further tries where it is the network's or the server's fault. @param {Player} player */
  async #joinOne(player) {
    const body = { participantName: player.place.name };
    const headers = { "idempotency-key": `${this.settings.pin}-${player.place.index}-${this.settings.seed}` };
    for (let attempt = 1; attempt <= joinTries; attempt += 1) {
      const startedAt = now();
      const answer = await this.web.call("POST", `/api/v1/quizzes/${this.settings.pin}/join`, { body, headers }).catch((error) => ({ status: 0, body: error }));
      if (answer.status === 201) {
        this.figures.join.record(now() - startedAt);
        this.counts.joined += 1;
        player.seat = { gameId: answer.body.gameId, participantId: answer.body.participantId, token: answer.body.token };
        return;
      }
      this.count(`joins failed: ${answer.status === 0 ? (answer.body.code ?? answer.body.message) : (answer.body?.code ?? answer.status)}`);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    this.count("players who could not join");
  }

  /** @param {Player} player */
  async #connectOne(player) {
    player.connect();
    await this.#until(() => player.isConnected, 30_000);
  }

  /** @param {() => boolean} holds @param {number} withinMs @returns {Promise<boolean>} */
  #until(holds, withinMs) {
    if (holds()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const finish = (/** @type {boolean} */ outcome) => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(outcome);
      };
      const look = () => holds() && finish(true);
      const timer = setTimeout(() => finish(false), withinMs);
      this.#waiting.add(look);
    });
  }

  #look() {
    for (const look of this.#waiting) look();
  }
}

const letters = "bdghkmnrtz";

/** Letters in the place of digits: no two that look alike, and no number that somebody could take for a rude word. */
const nameOf = (/** @type {number} */ index) => `Player ${[...String(index)].map((digit) => letters[Number(digit)]).join("")}`;
