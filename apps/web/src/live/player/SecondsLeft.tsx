import { useTranslations } from "next-intl";
import { classNames } from "@/ui/class-names";
import { useSecondsLeft } from "../parts/server-time";
import styles from "./SecondsLeft.module.css";

const urgentFrom = 5;

export function SecondsLeft({ end, frozen }: { end: string; frozen: boolean }) {
  const t = useTranslations("player");
  const seconds = useSecondsLeft(end, frozen) ?? 0;
  return (
    <div className={classNames("figure", styles.seconds, seconds <= urgentFrom && styles.urgent)} role="timer" aria-label={t("secondsLeft", { seconds })}>
      {seconds}
    </div>
  );
}
