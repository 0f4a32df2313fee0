import { CircleAlert, CloudCheck, CloudOff, CloudUpload } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { routes } from "@/routes";
import { describePast } from "@/time/instants";
import { useNow } from "@/time/use-now";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { problemWords } from "./problem-words";
import type { SaveState } from "../saving/save-state";
import styles from "./SaveNote.module.css";

type SaveNoteProps = { state: SaveState; onRetry: () => void; onRestore: () => void };

/** Says where the work is: on the server, on its way, or on this device only, and what can be done. */
export function SaveNote({ state, onRetry, onRestore }: SaveNoteProps) {
  const t = useTranslations("editor.save");
  return (
    <div className={styles.note} data-kind={state.kind}>
      <SaveIcon state={state} />
      <span className={styles.text}>
        <SaveText state={state} />
      </span>
      {/* The passing of time is not worth a word; a change of state is. */}
      <span className="visually-hidden" role="status"><PlainSaveText state={state} /></span>
      {state.kind === "offline" || state.kind === "failed" ? <button type="button" onClick={onRetry}>{t("retry")}</button> : null}
      {state.kind === "signed-out" ? <a href={routes.signInFor(window.location.pathname)}>{t("signIn")}</a> : null}
      {state.kind === "gone" ? <button type="button" onClick={onRestore}>{t("restore")}</button> : null}
    </div>
  );
}

function SaveText({ state }: { state: SaveState }) {
  const t = useTranslations("editor.save");
  const locale = useRegionalLocale();
  const now = useNow(10_000);
  if (state.kind === "saved" && state.at !== null && now - state.at >= 60_000) return t("savedAgo", { ago: describePast(new Date(state.at).toISOString(), now, locale) });
  return <PlainSaveText state={state} />;
}

function PlainSaveText({ state }: { state: SaveState }): ReactNode {
  const t = useTranslations("editor.save");
  const problems = useTranslations("editor.problems");
  if ("kept" in state && !state.kept) return t("deviceFull");
  switch (state.kind) {
    case "saved":
      return t("saved");
    case "saving":
      return t("saving");
    case "offline":
      return t("offline");
    case "failed":
      return t("failed");
    case "refused":
      return t("refused", { message: problemWords(state.message, problems) });
    case "signed-out":
      return t("signedOut");
    case "gone":
      return t("gone");
    case "conflict":
      return t("conflict");
  }
}

function SaveIcon({ state }: { state: SaveState }) {
  if (state.kind === "saved") return <CloudCheck aria-hidden />;
  if (state.kind === "saving") return <CloudUpload aria-hidden />;
  if (state.kind === "offline") return <CloudOff aria-hidden />;
  return <CircleAlert aria-hidden />;
}
