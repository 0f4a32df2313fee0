import { History } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import { useLiveSelector } from "../parts/use-live";
import { selectShownResult } from "../store/earlier-result";
import styles from "./EarlierNotice.module.css";

/** Says at every desk of the game that the stage shows the past, and how it comes back. */
export function EarlierNotice({ onDone }: { onDone: () => void }) {
  const t = useTranslations("host.earlier");
  const shown = useLiveSelector(selectShownResult);
  return (
    <div role="status" className={shown ? styles.notice : undefined}>
      {shown ? <><History aria-hidden /> <span>{t("shown", { round: shown.question.round })}</span> <Button size="compact" onClick={onDone}>{t("done")}</Button></> : null}
    </div>
  );
}
