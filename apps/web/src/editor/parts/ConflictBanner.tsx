import { GitFork } from "lucide-react";
import { useTranslations } from "next-intl";
import { describePast } from "@/time/instants";
import { useNow } from "@/time/use-now";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { Button } from "@/ui/Button";
import type { Conflict } from "../saving/use-conflict";
import styles from "./ConflictBanner.module.css";

/** Two versions of this quiz: the author says which one goes on. */
export function ConflictBanner({ conflict }: { conflict: Conflict }) {
  const t = useTranslations("editor.conflict");
  const locale = useRegionalLocale();
  const now = useNow(30_000);
  const { shown } = conflict;
  if (!shown) return null;
  const ago = (instant: string) => describePast(instant, now, locale);
  const text = shown.kind === "kept" ? t("kept", { ago: ago(new Date(shown.at).toISOString()) }) : t("text", { ago: ago(shown.savedAt ?? new Date(now).toISOString()) });
  return (
    <div className={styles.banner} role="alert">
      <GitFork aria-hidden />
      <p className={styles.text}><b>{t("title")}</b> {text}</p>
      <div className={styles.actions}>
        <Button size="compact" aria-disabled={conflict.resolving} onClick={conflict.takeTheirs}>{conflict.resolving ? t("resolving") : t("takeTheirs")}</Button>
        <Button size="compact" look="primary" aria-disabled={conflict.resolving} onClick={conflict.keepMine}>{t("keepMine")}</Button>
      </div>
    </div>
  );
}
