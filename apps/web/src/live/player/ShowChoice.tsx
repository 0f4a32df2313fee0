import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import { useShow } from "./show-preference";
import styles from "./ShowChoice.module.css";

/** In the lobby, with words. */
export function ShowChoice() {
  const t = useTranslations("player.show");
  const { show, chooseShow } = useShow();
  const full = show === "full";
  return (
    <Button size="phone" className={styles.choice} aria-pressed={full} icon={full ? <Eye aria-hidden /> : <EyeOff aria-hidden />} onClick={() => chooseShow(full ? "optionsOnly" : "full")}>
      {full ? t("full") : t("optionsOnly")}
    </Button>
  );
}

/** During a question, as one small button in the bar. */
export function ShowToggle() {
  const t = useTranslations("player.show");
  const { show, chooseShow } = useShow();
  const full = show === "full";
  return (
    <Button look="quiet" size="phone" iconOnly icon={full ? <Eye aria-hidden /> : <EyeOff aria-hidden />} title={full ? t("hide") : t("show")} onClick={() => chooseShow(full ? "optionsOnly" : "full")}>
      {full ? t("hide") : t("show")}
    </Button>
  );
}
