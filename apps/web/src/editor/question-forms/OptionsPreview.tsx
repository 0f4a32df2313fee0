import { useTranslations } from "next-intl";
import { useState } from "react";
import { AnswerTile } from "@/ui/AnswerTile";
import { Button } from "@/ui/Button";
import styles from "./OptionsPreview.module.css";

type PreviewOption = { id: string; text: string };

/** The tiles as a player has them; a tap tries one out. */
export function OptionsPreview({ options, language, several = false }: { options: readonly PreviewOption[]; language: string; several?: boolean }) {
  const t = useTranslations("editor.typed");
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [locked, setLocked] = useState(false);
  const toggle = (id: string) => {
    setLocked(false);
    if (several) setTicked((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
    else setTicked((before) => (before.includes(id) ? [] : [id]));
  };
  const stateOf = (id: string) => {
    if (ticked.includes(id)) return several && !locked ? "chosen" : "locked";
    return (several ? locked : ticked.length > 0) ? "disabled" : "idle";
  };
  const twoColumns = options.length > 4 && options.every(({ text }) => [...text].length <= 14);
  return (
    <>
      <div className={styles.tiles} data-columns={twoColumns ? 2 : 1} data-many={options.length > 4 || undefined} lang={language}>
        {options.map(({ id, text }, index) => (
          <AnswerTile key={id} index={index} text={text} state={stateOf(id)} onClick={() => toggle(id)} />
        ))}
      </div>
      {several ? <Button look="primary" size="wide" className={styles.lock} disabled={ticked.length === 0} onClick={() => setLocked(!locked)}>{t("lockIn")}</Button> : null}
    </>
  );
}
