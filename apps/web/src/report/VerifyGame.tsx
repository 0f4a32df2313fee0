import { BadgeCheck, ShieldAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { type ApiOutput, trpc } from "@/trpc/client";
import { Button } from "@/ui/Button";
import styles from "./VerifyGame.module.css";

type Verification = ApiOutput["game"]["verify"];

/** Plays the game again from its log, when somebody asks, and says what came of it. */
export function VerifyGame({ gameId }: { gameId: string }) {
  const t = useTranslations("report.verify");
  const { game } = trpc.useUtils();
  const verify = trpc.game.verify.useMutation({ onSettled: () => game.report.invalidate({ gameId }) });
  return (
    <section className={styles.verify} aria-labelledby="verify-game">
      <h2 id="verify-game">{t("title")}</h2>
      <p>{t("text")}</p>
      <Button onClick={() => { if (!verify.isPending) verify.mutate({ gameId }); }} aria-disabled={verify.isPending}>{verify.isPending ? t("working") : t("do")}</Button>
      <div role="status" className={styles.outcome}>
        {verify.error ? t("failed") : null}
        {verify.data ? <Outcome verification={verify.data} /> : null}
      </div>
    </section>
  );
}

function Outcome({ verification }: { verification: Verification }) {
  const t = useTranslations("report.verify");
  const { outcome, participants, answers, differences, seal } = verification;
  return (
    <>
      <p className={styles.verdict} data-outcome={outcome}>
        {outcome === "agree" ? <BadgeCheck aria-hidden /> : outcome === "differ" ? <ShieldAlert aria-hidden /> : null}
        {t(`outcome.${outcome}`, { participants, answers })}
      </p>
      {differences.length > 0 ? <ul className={styles.differences}>{differences.map((difference) => <Line key={`${difference.kind} ${difference.participantId} ${"round" in difference ? difference.round : ""}`} difference={difference} />)}</ul> : null}
      <p className={styles.seal}>{sealWords(t, seal)}</p>
    </>
  );
}

function Line({ difference }: { difference: Verification["differences"][number] }) {
  const t = useTranslations("report.verify");
  const locale = useRegionalLocale();
  const points = (side: { score: number } | { points: number } | null) => (side ? t("points", { points: ("score" in side ? side.score : side.points).toLocaleString(locale) }) : t("none"));
  const name = difference.name ?? difference.participantId;
  const sides = { name, stored: points(difference.stored), logged: points(difference.logged) };
  return <li>{difference.kind === "answer" ? t("answer", { ...sides, round: difference.round }) : t("standing", sides)}</li>;
}

function sealWords(t: ReturnType<typeof useTranslations<"report.verify">>, seal: Verification["seal"]): string {
  switch (seal.state) {
    case "intact":
      return t("seal.intact", { events: seal.events, head: seal.heads[0]?.slice(0, 16) ?? "" });
    case "broken":
      return t("seal.broken", { place: seal.at.place + 1, event: seal.at.event?.eventId ?? t("none") });
    case "added":
      return t("seal.added", { events: seal.events, event: seal.first?.eventId ?? t("none") });
    default:
      return t(`seal.${seal.state}`);
  }
}
