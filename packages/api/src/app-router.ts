import { gameRouter } from "./admin/game";
import { quizRouter } from "./admin/quiz";
import { liveOverHttp } from "./game/live-over-http";
import { accountRouter } from "./public/account";
import { joinRouter } from "./public/join";
import { createRouter } from "./trpc";

/** What the pages call over HTTP, at `/api/trpc`. */
export const appRouter = createRouter({ account: accountRouter, quiz: quizRouter, game: gameRouter, join: joinRouter, live: liveOverHttp });
export type AppRouter = typeof appRouter;
