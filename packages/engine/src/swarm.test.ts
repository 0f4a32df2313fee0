import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ParticipantId, participantIdSchema } from "./ids";
import { type Arrival, findSwarm, kindOfName, swarmRule } from "./swarm";

const id = (number: number): ParticipantId => participantIdSchema.parse(`a1a1a1a1-0000-4000-8000-${String(number).padStart(12, "0")}`);
const arrival = (number: number, more: Partial<Arrival> = {}): Arrival => ({ participantId: id(number), name: `Mai ${"abcdefghij"[number % 10]}`, joinedAt: 0, silent: false, signedIn: false, removed: false, ...more });
const many = (count: number, of: (number: number) => Partial<Arrival>) => Array.from({ length: count }, (_, number) => arrival(number, of(number)));
const idsOf = (swarm: Map<ParticipantId, unknown>) => [...swarm.keys()].sort();
const calm = { flood: null, now: 1_000_000 };

const people = fc.array(
  fc.record({ name: fc.constantFrom("Mai", "Ben", "bot 1", "Bot-22", "bot_333", "7A 12"), joinedAt: fc.integer({ min: 0, max: 60_000 }), silent: fc.boolean(), signedIn: fc.boolean(), removed: fc.boolean() }),
  { maxLength: 60 },
).map((list) => list.map((one, number) => arrival(number, one)));

describe("the rule by which a swarm is found", () => {
  it("takes numbered names of one kind that came at once, however they are written", () => {
    const bots = many(12, (number) => ({ name: ["bot ", "Bot-", "ＢＯＴ"][number % 3] + String(number * 37), joinedAt: 5_000 + number * 100 }));
    const pupil = arrival(50, { name: "Mai", joinedAt: 5_300 });
    const swarm = findSwarm([...bots, pupil], calm);
    expect(idsOf(swarm)).toEqual(bots.map(({ participantId }) => participantId));
    expect(new Set(swarm.values())).toEqual(new Set(["pattern"]));
  });

  it("takes those who never showed a sign of life, once there was time for one", () => {
    const bots = many(swarmRule.size, (number) => ({ joinedAt: 5_000 + number * 200, silent: true }));
    expect(findSwarm(bots, { flood: null, now: 10_000 }).size).toBe(0);
    expect(findSwarm(bots, { flood: null, now: 30_000 }).size).toBe(swarmRule.size);
  });

  it("takes a flood as a whole, from its first second to the lock", () => {
    const before = many(20, () => ({ joinedAt: 999 }));
    const during = Array.from({ length: 30 }, (_, number) => arrival(100 + number, { joinedAt: 1_000 + number * 100 }));
    expect(idsOf(findSwarm([...before, ...during], { flood: { from: 1_000, until: 6_000 }, now: 7_000 }))).toEqual(during.map(({ participantId }) => participantId));
  });

  it("leaves a class alone that has numbers for names, and a hall that comes at once", () => {
    expect(findSwarm(many(30, (number) => ({ name: `7A ${number}`, joinedAt: number * 700 })), calm).size).toBe(0);
    expect(findSwarm(many(200, (number) => ({ joinedAt: number })), calm).size).toBe(0);
    expect(findSwarm(many(swarmRule.size - 1, (number) => ({ name: `bot ${number}`, silent: true })), calm).size).toBe(0);
  });

  it("touches nobody who came before the first of a swarm or is signed in, and nobody twice", () => {
    fc.assert(
      fc.property(people, fc.option(fc.record({ from: fc.integer({ min: 20_000, max: 40_000 }), until: fc.integer({ min: 40_000, max: 60_000 }) })), (arrivals, flood) => {
        const swarm = findSwarm(arrivals, { flood, now: 100_000 });
        const found = arrivals.filter(({ participantId }) => swarm.has(participantId));
        expect(found).toHaveLength(swarm.size);
        for (const { signedIn, removed, joinedAt, silent, name, participantId } of found) {
          expect(signedIn || removed).toBe(false);
          if (swarm.get(participantId) === "flood") expect(flood && joinedAt >= flood.from && joinedAt <= flood.until).toBe(true);
          if (swarm.get(participantId) === "silent") expect(silent).toBe(true);
          if (swarm.get(participantId) === "pattern") expect(kindOfName(name)).not.toBeNull();
        }
      }),
    );
  });

  it("finds the rest of a swarm of which some are removed already, so that it can be removed in parts", () => {
    fc.assert(
      fc.property(people, fc.array(fc.nat(59)), (arrivals, gone) => {
        const whole = findSwarm(arrivals, calm);
        const taken = new Set([...whole.keys()].filter((_, place) => gone.includes(place)));
        const after = arrivals.map((one) => (taken.has(one.participantId) ? { ...one, removed: true } : one));
        expect(idsOf(findSwarm(after, calm))).toEqual([...whole.keys()].filter((one) => !taken.has(one)).sort());
      }),
    );
  });
});
