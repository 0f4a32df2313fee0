import { trpc } from "@/trpc/client";
import type { Report } from "./report-figures";

/** Where the report of a game stands: `saving` when the game is over but its last entries are not in Postgres yet. */
export type ReportPhase = "running" | "saving" | "done";

const refreshMs: Record<ReportPhase, number | false> = { running: 10_000, saving: 1_500, done: false };
/** The check of an ended game comes a moment after its end; nobody should have to reload for it. */
const checkWindowMs = 60_000;

function phaseOf(ended: boolean, report: Report | undefined): ReportPhase {
  if (!ended) return "running";
  if (!report || report.endedAt === null) return "saving";
  return !report.verified && Date.now() - Date.parse(report.endedAt) < checkWindowMs ? "saving" : "done";
}

/** The report, followed by itself until nothing in it can change any more. */
export function useReport(gameId: string) {
  const overview = trpc.game.overview.useQuery({ gameId }, { refetchInterval: ({ state }) => (state.data?.phase === "ended" ? false : refreshMs.running) });
  const ended = overview.data?.phase === "ended";
  const report = trpc.game.report.useQuery({ gameId }, { refetchInterval: ({ state }) => refreshMs[phaseOf(ended, state.data)] });
  return {
    report: report.data,
    phase: phaseOf(ended, report.data),
    /** Whether the figures themselves may still grow; a missing check alone changes none. */
    incomplete: ended && report.data?.endedAt === null,
    error: report.data ? null : report.error,
    retry: () => { void overview.refetch(); void report.refetch(); },
  };
}

/** More answers than this are not worth a page; the file has them all. */
const mostAnswers = 60_000;

/** Every answer, read only when somebody looks closer. */
export function useReportAnswers(gameId: string, report: Report, wanted: boolean) {
  const fits = report.questions.reduce((sum, { answered }) => sum + answered, 0) <= mostAnswers;
  return trpc.game.report.useQuery({ gameId, answers: true }, { enabled: wanted && fits, staleTime: 10_000 }).data?.answers ?? [];
}
