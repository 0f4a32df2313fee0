import type { AnomalySettings } from "./anomaly-settings";
import { findAnswersTooFast } from "./answers-too-fast";
import type { Finding } from "./finding";
import { findLockStep } from "./lock-step";
import { findOneDevice } from "./one-device";
import { findSuddenJumps } from "./sudden-jump";
import { findTooManySuccesses } from "./too-many-successes";
import type { WatchedGame } from "./watched-game";

const rules = [findAnswersTooFast, findSuddenJumps, findTooManySuccesses, findOneDevice, findLockStep];

/** Everything unusual in a game, at most once a rule and participant. What it means is for a person to say. */
export const findAnomalies = (game: WatchedGame, settings: AnomalySettings): Finding[] => rules.flatMap((rule) => rule(game, settings));
