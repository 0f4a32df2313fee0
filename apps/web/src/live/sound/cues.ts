/** One sound of a cue: when it begins after the cue does, how high, how it rises and falls, and how loud it is, from 0 to 1. */
export type Tone = { wave: "sine" | "triangle" | "noise"; atMs: number; hz: number; /** Where it glides to. */ toHz?: number; attackMs: number; decayMs: number; loudness: number };
export type Cue = readonly Tone[];

/** D major pentatonic, upwards from D5. */
const scale = [587.33, 659.26, 739.99, 880, 987.77];
const D3 = 146.83;
const A3 = 220;
const B3 = 246.94;
const D4 = 293.66;
const A4 = 440;
const [D5 = 0, , F5sharp = 0, A5 = 0] = scale;
const D6 = D5 * 2;
const G4 = 392;
/** Two octaves of the scale. */
const upwards = [...scale, ...scale.map((hz) => hz * 2)];
const quieterBy = (decibels: number): number => 10 ** (-decibels / 20);

/** The next note up the scale for each who comes in. */
export const joined = (nth: number): Cue => [{ wave: "triangle", atMs: 0, hz: scale[nth % scale.length] ?? D5, attackMs: 4, decayMs: 120, loudness: 0.5 }];

/** One beat of the countdown; the last one is higher, and longer. */
export function countdownBeat(isLast: boolean): Cue {
  const tone = { wave: "sine", atMs: 0, attackMs: 5, decayMs: isLast ? 420 : 180 } as const;
  const hz = isLast ? D5 : A4;
  return [{ ...tone, hz, loudness: 0.7 }, { ...tone, hz: hz * 2, loudness: 0.7 * quieterBy(12) }];
}

/** A match is struck. */
export const opened: Cue = [{ wave: "noise", atMs: 0, hz: 400, toHz: 2_400, attackMs: 20, decayMs: 160, loudness: 0.5 }];

/** The last five seconds, each a little louder than the one before. */
export const secondsTick = (left: number): Cue => [{ wave: "noise", atMs: 0, hz: 3_000, attackMs: 1, decayMs: 15, loudness: 0.3 / quieterBy(1.5 * (5 - left)) }];

export const closed: Cue = [{ wave: "sine", atMs: 0, hz: D3, attackMs: 10, decayMs: 350, loudness: 0.8 }];

export const revealed: Cue = [D5, F5sharp, A5].map((hz, index): Tone => ({ wave: "triangle", atMs: index * 70, hz, attackMs: 4, decayMs: 400, loudness: 0.45 }));

/** One pluck for each who has climbed, the better their new place the higher. Rows begin to move 300 ms after the board came up, for 900 ms. */
export function climbs(places: readonly number[]): Cue {
  const heard = places.toSorted((one, other) => other - one).slice(-plucksAtMost);
  return heard.map((place, index) => ({ ...pluck(place), atMs: 300 + index * (900 / plucksAtMost) }));
}

const plucksAtMost = 8;

/** The first place is the highest note of all, the tenth and those below it the lowest. */
const pluck = (place: number): Tone => ({ wave: "triangle", atMs: 0, hz: upwards[Math.max(0, upwards.length - place)] ?? D5, attackMs: 2, decayMs: 160, loudness: 0.4 });

/** On a phone, one's own climb. */
export const climbed = (place: number): Cue => [pluck(place)];

/** On a phone: the answer is in. */
export const lockedIn: Cue = [{ wave: "sine", atMs: 0, hz: A5, toHz: D6, attackMs: 4, decayMs: 56, loudness: 0.5 }];

export const right: Cue = [A5, D6].map((hz, index): Tone => ({ wave: "triangle", atMs: index * 90, hz, attackMs: 4, decayMs: 260, loudness: 0.45 }));

/** Soft, and never a buzzer. */
export const wrong: Cue = [{ wave: "sine", atMs: 0, hz: A4, toHz: G4, attackMs: 12, decayMs: 260, loudness: 0.35 }];


/** A roll, eight notes a second, and then the chord. */
export const podium: Cue = [
  ...Array.from({ length: 14 }, (_, index): Tone => ({ wave: "triangle", atMs: index * 125, hz: index % 2 === 0 ? A3 : B3, attackMs: 3, decayMs: 110, loudness: 0.3 })),
  ...[D4, F5sharp / 2, A4, D5].map((hz): Tone => ({ wave: "triangle", atMs: 1_800, hz, attackMs: 15, decayMs: 1_600, loudness: 0.35 })),
];
