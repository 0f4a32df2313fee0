import { Lock, LockOpen, ShieldAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import styles from "./FloodNotice.module.css";

/** Far too many came at once, and the game has locked itself: what that means, and the two ways on. */
export function FloodNotice({ onSwarm, onUnlock }: { onSwarm: () => void; onUnlock: (() => void) | undefined }) {
  const t = useTranslations("host.flood");
  return (
    <div className={styles.notice} role="alert">
      <Lock aria-hidden className={styles.icon} />
      <p><b>{t("title")}</b> {t("text")}</p>
      <div className={styles.ways}>
        <Button size="compact" look="primary" icon={<ShieldAlert aria-hidden />} onClick={onSwarm}>{t("swarm")}</Button>
        <Button size="compact" icon={<LockOpen aria-hidden />} disabled={!onUnlock} onClick={onUnlock}>{t("unlock")}</Button>
      </div>
    </div>
  );
}
