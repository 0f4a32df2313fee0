import { Gauge, Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import { classNames } from "@/ui/class-names";
import styles from "./Listen.module.css";
import { useListening } from "./use-listening";

/** Plays what is to be heard, from a file or spoken by the browser; again, and slowly, as often as wanted. */
export function Listen({ speech, audio, large = false }: { speech: string | undefined; audio: string | undefined; large?: boolean }) {
  const t = useTranslations("common.listen");
  const { play, playing, failed } = useListening({ speech, audio });
  return (
    <div className={classNames(styles.listen, large && styles.large)}>
      <Button look="primary" size="phone" className={styles.play} icon={<Volume2 aria-hidden />} onClick={() => play(1)}>{playing ? t("again") : t("play")}</Button>
      <Button size="phone" className={styles.slow} icon={<Gauge aria-hidden />} onClick={() => play(slowly)}>{t("slowly")}</Button>
      <p className={styles.note} role="status">{failed ? t("cant") : playing ? t("playing") : null}</p>
    </div>
  );
}

const slowly = 0.7;
