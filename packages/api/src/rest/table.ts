import type { Endpoint } from "./endpoint";
import { actionEndpoints } from "./endpoints/actions";
import { authEndpoints } from "./endpoints/auth";
import { boardEndpoints } from "./endpoints/boards";
import { gameEndpoints } from "./endpoints/games";
import { joinEndpoints } from "./endpoints/join";
import { quizEndpoints } from "./endpoints/quizzes";
import { resultEndpoints } from "./endpoints/results";

/** REST version 1, whole: what is served, what is documented and what is tested. */
export const restEndpoints: readonly Endpoint[] = [...authEndpoints, ...quizEndpoints, ...joinEndpoints, ...gameEndpoints, ...resultEndpoints, ...boardEndpoints, ...actionEndpoints];
