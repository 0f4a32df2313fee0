import type { HostCommandName, OwnTime } from "@quickfire/engine";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "react-redux";
import { createHostCommands } from "../network/host-commands";
import type { CallFailure } from "../network/api-failure";
import { useLiveDispatch } from "../parts/use-live";
import { feedDoubted } from "../store/feed-slice";
import type { LiveState } from "../store/live-store";

/** What the host is told when a command did nothing: mostly that somebody or the clock was faster. */
export type CommandProblem = "movedOn" | "unreachable" | "failed";

export type RenameOutcome = "renamed" | "taken" | "refused" | "failed";

const problemShownMs = 5_000;

export function useHostCommands(gameId: string) {
  const commands = useMemo(() => createHostCommands(gameId), [gameId]);
  const store = useStore<LiveState>();
  const dispatch = useLiveDispatch();
  /** The moment for which a command is under way: a double click asks once, the next moment's click is another matter. */
  const asked = useRef<number | null>(null);
  const [problem, setProblem] = useState<CommandProblem | null>(null);

  useEffect(() => {
    if (!problem) return;
    const timer = setTimeout(() => setProblem(null), problemShownMs);
    return () => clearTimeout(timer);
  }, [problem]);

  const fail = useCallback(
    (failure: CallFailure) => {
      const next = problemOf(failure);
      setProblem(next);
      // What is on the screen was not what is: look again.
      if (next === "movedOn") dispatch(feedDoubted());
    },
    [dispatch],
  );

  const run = useCallback(
    async (command: HostCommandName, seconds?: number) => {
      const { game } = store.getState().feed;
      if (!game || asked.current === game.seq) return;
      asked.current = game.seq;
      setProblem(null);
      const moved = await commands.command(command, { expectedSeq: game.seq, seconds });
      if (asked.current === game.seq) asked.current = null;
      if (!moved.ok) fail(moved.error);
    },
    [commands, fail, store],
  );

  const remove = useCallback(
    async (participantId: string) => {
      const removed = await commands.remove(participantId);
      if (!removed.ok) fail(removed.error);
    },
    [commands, fail],
  );

  const showResult = useCallback(
    async (round: number | null) => {
      const shown = await commands.showResult(round);
      if (!shown.ok) fail(shown.error);
    },
    [commands, fail],
  );

  const lookForSwarm = useCallback(async () => {
    const found = await commands.swarm();
    return found.ok ? found.value : null;
  }, [commands]);

  /** In parts, since a flood is many; null where a part failed. What was removed by then stays removed. */
  const purgeSwarm = useCallback(
    async (asOf: number, onPart: (removed: number) => void): Promise<number | null> => {
      for (let removed = 0; ; onPart(removed)) {
        const part = await commands.purgeSwarm(asOf);
        if (!part.ok) return null;
        removed += part.value.removed;
        if (part.value.left === 0 || part.value.removed === 0) return removed;
      }
    },
    [commands],
  );

  const changeTeam = useCallback(
    async (participantId: string, team: number) => {
      const changed = await commands.changeTeam(participantId, team);
      if (!changed.ok) fail(changed.error);
    },
    [commands, fail],
  );

  const giveTime = useCallback(
    async (participantId: string, percent: OwnTime) => {
      const given = await commands.giveTime(participantId, percent);
      if (!given.ok) fail(given.error);
    },
    [commands, fail],
  );

  const addBots = useCallback(
    async (count: number) => {
      const added = await commands.addBots(count);
      if (!added.ok) fail(added.error);
    },
    [commands, fail],
  );

  const removeBots = useCallback(async () => {
    const removed = await commands.removeBots();
    if (!removed.ok) fail(removed.error);
  }, [commands, fail]);

  const rename = useCallback(async (participantId: string, name?: string) => renameOutcome(await commands.rename(participantId, name)), [commands]);

  return { run, rename, remove, changeTeam, showResult, earlierRounds: commands.earlierRounds, lookForSwarm, purgeSwarm, addBots, removeBots, giveTime, problem };
}

function renameOutcome(renamed: Awaited<ReturnType<ReturnType<typeof createHostCommands>["rename"]>>): RenameOutcome {
  if (renamed.ok) return "renamed";
  if (renamed.error.reason === "NAME_TAKEN") return "taken";
  return renamed.error.reason === "INVALID" ? "refused" : "failed";
}

function problemOf({ reason }: CallFailure): CommandProblem {
  switch (reason) {
    case "WRONG_PHASE":
    case "STALE":
    case "ENDED":
    case "NOT_FOUND":
      return "movedOn";
    case "UNREACHABLE":
    case "BUSY":
      return "unreachable";
    default:
      return "failed";
  }
}
