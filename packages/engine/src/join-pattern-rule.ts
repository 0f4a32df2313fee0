/**
 * The second factor at the door of a game that asks for one: four answer signs, by their letters, shown on the big screen alone. A code
 * can be passed on or guessed by a program; what the screen shows right now can be read only by who is there.
 */
export const joinPatternRule = { signs: ["A", "B", "C", "D"], length: 4, everyMs: 7_000 } as const;
