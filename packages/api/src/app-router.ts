import { coHostRouter } from "./admin/co-hosts";
import { assignmentRouter } from "./admin/assignment";
import { gameRouter } from "./admin/game";
import { quizRouter } from "./admin/quiz";
import { userRouter } from "./admin/users";
import { boardRouter } from "./boards/board-router";
import { leagueRouter } from "./boards/league-router";
import { auditRouter } from "./admin/audit";
import { reviewRouter } from "./admin/review";
import { liveOverHttp } from "./game/live-over-http";
import { retentionRouter } from "./admin/retention";
import { accountRouter } from "./public/account";
import { apiKeyRouter } from "./public/api-keys";
import { joinRouter } from "./public/join";
import { ownDataRouter } from "./public/own-data";
import { sessionRouter } from "./public/sessions";
import { actionRouter } from "./public/action";
import { attemptRouter } from "./public/attempt";
import { learnerRouter } from "./public/learner";
import { createRouter } from "./trpc";

/** What the pages call over HTTP, at `/api/trpc`. */
export const appRouter = createRouter({
  account: accountRouter,
  ownData: ownDataRouter,
  session: sessionRouter,
  apiKey: apiKeyRouter,
  user: userRouter,
  quiz: quizRouter,
  game: gameRouter,
  coHost: coHostRouter,
  join: joinRouter,
  live: liveOverHttp,
  boards: boardRouter,
  league: leagueRouter,
  audit: auditRouter,
  review: reviewRouter,
  retention: retentionRouter,
  assignment: assignmentRouter,
  attempt: attemptRouter,
  action: actionRouter,
  learner: learnerRouter,
});
export type AppRouter = typeof appRouter;
