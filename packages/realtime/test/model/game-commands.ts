import { ownTimePercents, type GameSettingsInput } from "@quickfire/engine";
import fc from "fast-check";
import type { Lockstep } from "./lockstep";

/** One thing that happens to a game; printed where a run fails. */
export type Step = { print: string; run: (game: Lockstep) => Promise<void> };

const step = (print: string, run: Step["run"]): Step => ({ print, run });

const person = fc.nat({ max: 4 });

const answers = fc.array(
  fc.record({
    person,
    /** Four is none of the options. */
    option: fc.oneof({ weight: 8, arbitrary: fc.nat({ max: 3 }) }, fc.constant(4)),
    /** Against the current round. */
    round: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.constantFrom(-1, 1)),
    ageMs: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat({ max: 2_000 })),
  }),
  { minLength: 1, maxLength: 4 },
);

/** Zero is for no team of one's own choice. */
const pickedTeam = fc.constantFrom(0, 0, 1, 2);
const joins = fc
  .tuple(fc.nat({ max: 5 }), fc.boolean(), pickedTeam)
  .map(([index, withKey, team]) => step(`join ${index}${withKey ? " with a key" : ""}${team === 0 ? "" : ` team ${team}`}`, (game) => game.join(index, withKey, team)));
const teamChanges = fc.tuple(person, fc.constantFrom(1, 2)).map(([index, team]) => step(`move ${index} to team ${team}`, (game) => game.changeTeam(index, team)));
const times = fc.tuple(person, fc.constantFrom(...ownTimePercents)).map(([index, percent]) => step(`give ${index} ${percent} % of the time`, (game) => game.giveTime(index, percent)));
const comes = person.map((index) => step(`come ${index}`, (game) => game.come(index)));
const leaves = person.map((index) => step(`leave ${index}`, (game) => game.leave(index)));
const renames = fc.tuple(person, fc.nat({ max: 5 })).map(([index, name]) => step(`rename ${index} to ${name}`, (game) => game.rename(index, name)));
const kicks = person.map((index) => step(`kick ${index}`, (game) => game.kick(index)));
const answering = answers.map((batch) => step(`answer ${JSON.stringify(batch)}`, (game) => game.answer(batch)));
const passing = fc.nat({ max: 12_000 }).map((ms) => step(`tick ${ms}`, (game) => game.tick(ms, false)));
const due = fc.constant(step("tick to due", (game) => game.tick(0, true)));
const commands = fc
  .constantFrom("start", "pause", "resume", "reveal", "skip", "void", "next", "next", "back", "lock", "unlock", "end")
  .map((name) => step(name, (game) => game.command({ name })));
const extending = fc.integer({ min: 1, max: 60 }).map((seconds) => step(`extend ${seconds}`, (game) => game.command({ name: "extend", seconds })));

/** The way that games mostly go, so that random runs get somewhere; between these, anything happens. */
const opening = fc.constant([step("start", (game) => game.command({ name: "start" })), step("tick to due", (game) => game.tick(0, true)), step("tick 400", (game) => game.tick(400, false))]);
const anything = fc
  .oneof(
    { weight: 4, arbitrary: joins }, { weight: 1, arbitrary: comes }, { weight: 2, arbitrary: leaves }, { weight: 1, arbitrary: kicks }, { weight: 1, arbitrary: renames },
    { weight: 9, arbitrary: answering }, { weight: 2, arbitrary: passing }, { weight: 5, arbitrary: due }, { weight: 4, arbitrary: commands },
    { weight: 1, arbitrary: extending }, { weight: 1, arbitrary: teamChanges }, { weight: 1, arbitrary: times },
  )
  .map((one) => [one]);

export const histories = fc
  .tuple(fc.array(fc.oneof({ weight: 5, arbitrary: joins }, { weight: 1, arbitrary: teamChanges }, { weight: 2, arbitrary: times }), { maxLength: 6 }), fc.oneof(opening, fc.constant([])), fc.array(anything, { minLength: 1, maxLength: 22 }))
  .map(([first, opened, rest]) => ({ steps: [...first, ...opened, ...rest.flat()] }))
  .map((history) => ({ ...history, [fc.toStringMethod]: () => history.steps.map(({ print }) => print).join("; ") }));

export const settings: fc.Arbitrary<GameSettingsInput> = fc.record({
  start: fc.constantFrom("manual", "auto"),
  pace: fc.constantFrom("manual", "auto"),
  feedback: fc.constantFrom("reveal", "instant"),
  leaderboard: fc.constantFrom("live", "reveal", "end", "never"),
  // More than ever join: which of several full ties are in front of a cut is nobody's promise.
  leaderboardSize: fc.constant(10),
  speedWeight: fc.constantFrom(0, 50, 100),
  streak: fc.boolean(),
  closeWhenAllAnswered: fc.boolean(),
  countdown: fc.constantFrom(0, 3),
  graceMs: fc.constantFrom(0, 300),
  maxParticipants: fc.constantFrom(3, 20),
  teams: fc.constantFrom(undefined, 2, 3),
});

const stepsPerLook = 4;

/** Plays one history in both games at once, and compares them after each step; every person's own standing now and then. */
export async function play(game: Lockstep, { steps }: { steps: readonly Step[] }): Promise<void> {
  for (const [index, { run }] of steps.entries()) {
    await run(game);
    await game.compareGame();
    if (index % stepsPerLook === 0) await game.compareStandings();
  }
  await game.compareStandings();
  await game.compareTraces();
}
