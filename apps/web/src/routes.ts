/** One place makes each path, so that a page can move without a search. */
export const routes = {
  home: "/",
  signIn: "/signin",
  signUp: "/signup",
  /** Signing in leads back to where somebody was stopped. */
  signInFor: (path: string) => `/signin?next=${encodeURIComponent(path)}`,
  forgotPassword: "/forgot",
  coHost: "/cohost",
  /** The one's own: profile, password, sessions, keys. */
  account: "/account",
  /** All that is kept about oneself, as a file: no page of Next's. */
  accountFile: "/account/data.json",
  /** No page of Next's: a plain link leads there. */
  apiDocs: "/api/v1/docs",
  library: "/library",
  games: "/games",
  boards: "/boards",
  league: "/league",
  assignments: "/assignments",
  assignment: (assignmentId: string) => `/assignments/${assignmentId}`,
  /** Where an assignment is taken, by whoever has the link. */
  take: (code: string) => `/a/${code}`,
  learn: "/learn",
  practice: "/learn/practice",
  /** All games of a quiz over time. */
  quizResults: (quizId: string) => `/quizzes/${quizId}/results`,
  editQuiz: (quizId: string) => `/quizzes/${quizId}/edit`,
  report: (gameId: string) => `/games/${gameId}/report`,
  reportFile: (gameId: string, format: "csv" | "xlsx") => `/games/${gameId}/report.${format}`,
  host: (gameId: string) => `/games/${gameId}/host`,
  stage: (gameId: string) => `/games/${gameId}/stage`,
  play: (gameId: string) => `/play/${gameId}`,
  /** Where a code leads: behind the QR code on the big screen. */
  join: (pin: string) => `/join/${pin}`,
  adminUsers: "/admin/users",
  adminGames: "/admin/games",
  adminReview: "/admin/review",
  adminFlag: (flagId: string) => `/admin/review/${flagId}`,
  adminKept: "/admin/kept",
  adminAudit: "/admin/audit",
  adminAuditOfGame: (gameId: string) => `/admin/audit?game=${gameId}`,
  adminAuditFile: (query: string) => `/admin/audit.csv?${query}`,
} as const;
