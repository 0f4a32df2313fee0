import { gameRouter } from "../admin/game";
import { quizRouter } from "../admin/quiz";
import { reportFileRouter } from "../admin/report-file";
import { boardRouter } from "../boards/board-router";
import { boardStreamRouter } from "../boards/board-stream-router";
import { actionRouter } from "../public/action";
import { authRouter } from "../public/auth";
import { joinRouter } from "../public/join";
import { leaderboardRouter } from "../public/leaderboard";
import { createCallerFactory, createRouter } from "../trpc";

/** The procedures behind REST: those of the pages, the tokens that only programs need, and what is streamed into a file. */
export const restRouter = createRouter({ auth: authRouter, quiz: quizRouter, game: gameRouter, reportFile: reportFileRouter, join: joinRouter, leaderboard: leaderboardRouter, boards: boardRouter, boardStream: boardStreamRouter, action: actionRouter });

export const createRestCaller = createCallerFactory(restRouter);
export type RestCaller = ReturnType<typeof createRestCaller>;
