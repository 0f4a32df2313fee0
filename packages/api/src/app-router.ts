import { coHostRouter } from "./admin/co-hosts";
import { gameRouter } from "./admin/game";
import { quizRouter } from "./admin/quiz";
import { userRouter } from "./admin/users";
import { liveOverHttp } from "./game/live-over-http";
import { accountRouter } from "./public/account";
import { apiKeyRouter } from "./public/api-keys";
import { joinRouter } from "./public/join";
import { sessionRouter } from "./public/sessions";
import { createRouter } from "./trpc";

/** What the pages call over HTTP, at `/api/trpc`. */
export const appRouter = createRouter({
  account: accountRouter,
  session: sessionRouter,
  apiKey: apiKeyRouter,
  user: userRouter,
  quiz: quizRouter,
  game: gameRouter,
  coHost: coHostRouter,
  join: joinRouter,
  live: liveOverHttp,
});
export type AppRouter = typeof appRouter;
