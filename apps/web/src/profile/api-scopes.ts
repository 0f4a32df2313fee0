/** A message's name has no room for a colon. */
export const scopeWords = {
  "quizzes:read": "quizzes-read",
  "quizzes:write": "quizzes-write",
  "games:read": "games-read",
  "games:write": "games-write",
  "boards:read": "boards-read",
  play: "play",
} as const;
export type Scope = keyof typeof scopeWords;

export const isScope = (scope: string): scope is Scope => scope in scopeWords;
