import { Check, Clock, Users, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "@/ui/class-names";
import styles from "./RevealScene.module.css";
import type { Verdict } from "./verdict";

/** Right or not, and what it earned, as the largest thing on the screen. */
export function VerdictPlane({ verdict, where, note }: { verdict: Verdict; where: string; note?: ReactNode }) {
  const t = useTranslations("player.reveal");
  const format = useFormatter();
  const points = verdict.kind === "right" || verdict.kind === "partly" ? verdict.points : null;
  return (
    <div className={classNames(styles.plane, verdict.kind === "right" && styles.lit)}>
      <div className={styles.inner}>
        <div className={styles.where}>
          <span>{where}</span>
          <VerdictSign kind={verdict.kind} />
        </div>
        <h1 className={classNames(styles.title, points === null && styles.long)}>{t(`verdict.${verdict.kind}`)}</h1>
        {points === null ? null : <div className={`figure ${styles.points}`}>{t("plus", { points: format.number(points) })}</div>}
        <p className={styles.note}>{note}</p>
      </div>
    </div>
  );
}

function VerdictSign({ kind }: { kind: Verdict["kind"] }) {
  if (kind === "right" || kind === "partly") return <Check aria-hidden />;
  if (kind === "unscored") return <Users aria-hidden />;
  return kind === "wrong" ? <X aria-hidden /> : <Clock aria-hidden />;
}
