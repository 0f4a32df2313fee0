import { ArrowLeft, Play, Redo2, SlidersHorizontal, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { routes } from "@/routes";
import { Button, LinkButton } from "@/ui/Button";
import { Tag } from "@/ui/Tag";
import type { SaveState } from "../saving/save-state";
import type { QuizEditor } from "../use-quiz-editor";
import styles from "./EditorBar.module.css";
import { SaveNote } from "./SaveNote";

type EditorBarProps = {
  title: string;
  level: string | undefined;
  language: string;
  editor: QuizEditor;
  saveState: SaveState;
  onRetry: () => void;
  onRestore: () => void;
  onSettings: () => void;
  onStart: () => void;
};

export function EditorBar({ title, level, language, editor, saveState, onRetry, onRestore, onSettings, onStart }: EditorBarProps) {
  const t = useTranslations("editor");
  return (
    <header className={styles.bar}>
      <LinkButton look="quiet" iconOnly icon={<ArrowLeft aria-hidden />} href={routes.library}>{t("back")}</LinkButton>
      <h1 className={styles.title} lang={language} title={title}>{title}</h1>
      {level ? <Tag tone="level">{level}</Tag> : null}
      <SaveNote state={saveState} onRetry={onRetry} onRestore={onRestore} />
      <div className={styles.actions}>
        <Button look="quiet" size="compact" iconOnly icon={<Undo2 aria-hidden />} disabled={editor.state.past.length === 0} aria-keyshortcuts="Control+Z" onClick={editor.undo}>{t("undo")}</Button>
        <Button look="quiet" size="compact" iconOnly icon={<Redo2 aria-hidden />} disabled={editor.state.future.length === 0} aria-keyshortcuts="Control+Shift+Z" onClick={editor.redo}>{t("redo")}</Button>
        <Button size="compact" className={styles.settings} icon={<SlidersHorizontal aria-hidden />} onClick={onSettings}><span>{t("settings")}</span></Button>
        <Button look="live" size="compact" className={styles.start} icon={<Play aria-hidden />} onClick={onStart}><span>{t("start")}</span></Button>
      </div>
    </header>
  );
}
