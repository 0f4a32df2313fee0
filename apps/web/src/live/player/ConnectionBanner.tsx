import { Clock, RadioTower, Wifi, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/ui/class-names";
import { useLiveDispatch, useLiveSelector } from "../parts/use-live";
import { useSlow } from "../parts/use-slow";
import { attemptsUntilGivingUp, retryRequested } from "../store/connection-slice";
import { selectPendingAnswer } from "../store/selectors";
import styles from "./ConnectionBanner.module.css";

/** Under the top bar, and pushing what is below: what goes on with the connection, and what is safe meanwhile. */
export function ConnectionBanner({ audience = "player" }: { audience?: "player" | "host" }) {
  const t = useTranslations("player.connection");
  const safe = useTranslations(`${audience}.connection`);
  const dispatch = useLiveDispatch();
  const connection = useLiveSelector((state) => state.connection);
  const recovering = useLiveSelector((state) => state.feed.game?.recovering === true);
  const pending = useLiveSelector(selectPendingAnswer);
  const stillConnecting = useSlow(connection.status === "connecting", 1_500);

  if (connection.status === "reconnecting") {
    return (
      <div role="status" className={classNames(styles.banner, styles.warn)}>
        <WifiOff aria-hidden />
        <div className={styles.words}>
          <b>{t("reconnecting", { attempt: connection.attempt, of: attemptsUntilGivingUp })}</b>
          <p>{pending ? t("answerKept") : safe("kept")}</p>
        </div>
        <button type="button" className={styles.now} onClick={() => dispatch(retryRequested())}>{t("tryNow")}</button>
      </div>
    );
  }
  if (connection.status === "connecting" && stillConnecting) return <Line tone={styles.info} icon={<RadioTower aria-hidden />} text={t("connecting")} />;
  if (connection.status === "polling") return <Line tone={styles.info} icon={<RadioTower aria-hidden />} text={t("slow")} />;
  if (recovering) return <Line tone={styles.info} icon={<RadioTower aria-hidden />} text={safe("recovering")} />;
  if (connection.status === "live" && connection.missedAnswer) return <Line tone={styles.warn} icon={<Clock aria-hidden />} text={t("backMissed")} />;
  if (connection.status === "live" && connection.restored) return <Line tone={styles.ok} icon={<Wifi aria-hidden />} text={t("back")} />;
  return <div role="status" />;
}

function Line({ tone, icon, text }: { tone: string | undefined; icon: React.ReactNode; text: string }) {
  return (
    <div role="status" className={classNames(styles.banner, tone)}>
      {icon}
      <b className={styles.words}>{text}</b>
    </div>
  );
}
