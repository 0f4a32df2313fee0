/** One place makes each path, so that a page can move without a search. */
export const routes = {
  home: "/",
  signIn: "/signin",
  signUp: "/signup",
  /** Signing in leads back to where somebody was stopped. */
  signInFor: (path: string) => `/signin?next=${encodeURIComponent(path)}`,
  library: "/library",
  games: "/games",
  editQuiz: (quizId: string) => `/quizzes/${quizId}/edit`,
  report: (gameId: string) => `/games/${gameId}/report`,
  host: (gameId: string) => `/games/${gameId}/host`,
  stage: (gameId: string) => `/games/${gameId}/stage`,
  play: (gameId: string) => `/play/${gameId}`,
  /** Where a code leads: shown on the big screen and in its QR code. */
  join: (pin: string) => `/?pin=${pin}`,
} as const;
