import { trpc } from "@/trpc/client";

/** As often as a host may want to look; while the page is hidden nobody is asked. */
const refreshMs = 3_000;

/** The running games of this host as they stand now, all in one answer; null until it is there. */
export const useMonitoredGames = () => trpc.game.running.useQuery(undefined, { refetchInterval: refreshMs }).data ?? null;

/** The same for every game of the installation. */
export const useAllMonitoredGames = () => trpc.game.runningEverywhere.useQuery(undefined, { refetchInterval: refreshMs });
