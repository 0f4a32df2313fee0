import type { Phase } from "@quickfire/engine";
import { boardPageReceived } from "../store/board-page-slice";
import type { StartLiveListening } from "../store/live-store";
import { spreadMs } from "./backoff";

const phasesWithBoard: ReadonlySet<Phase> = new Set<Phase>(["standings", "podium", "ended"]);
const widestSpreadMs = 600;
const tries = 3;

/** As standings come up, a player asks for the rows around their own. */
export function boardPageEffects(start: StartLiveListening): void {
  start({
    predicate: (_, state, before) => {
      const phase = state.feed.game?.phase;
      return phase !== undefined && phasesWithBoard.has(phase) && phase !== before.feed.game?.phase;
    },
    effect: async (_, listener) => {
      const { api, random } = listener.extra;
      if (api.audience !== "participant") return;
      listener.cancelActiveListeners();
      for (let attempt = 0; attempt < tries; attempt++) {
        await listener.delay(spreadMs(widestSpreadMs, random));
        const page = await listener.pause(api.fetchBoardPage());
        if (page.ok) {
          listener.dispatch(boardPageReceived(page.value));
          return;
        }
      }
    },
  });
}
