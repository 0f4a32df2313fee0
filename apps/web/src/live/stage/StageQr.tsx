import { useTranslations } from "next-intl";
import { strong } from "../parts/strong";
import type { JoinPlace } from "./join-place";
import { QrCode } from "./QrCode";
import { StageFrame } from "./StageFrame";
import styles from "./StageQr.module.css";

/** The way in over the whole height of the wall, so that phones see it from the last row. */
export function StageQr({ join }: { join: JoinPlace }) {
  const t = useTranslations("stage.lobby");
  return (
    <div className={styles.over}>
      <StageFrame>
        <div className={styles.way}>
          <QrCode url={join.url} label={t("qr")} className={styles.qr} />
          <div>
            <p className={styles.go}>{t.rich("goTo", { address: join.address, b: strong })}</p>
            <p className={`figure ${styles.code}`} aria-label={t("code")}>{join.pin === null ? "\u2013" : <><span>{join.pin.slice(0, 3)}</span><span>{join.pin.slice(3)}</span></>}</p>
          </div>
        </div>
      </StageFrame>
    </div>
  );
}
