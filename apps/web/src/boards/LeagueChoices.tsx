"use client";

import { useTranslations } from "next-intl";
import { trpc } from "@/trpc/client";
import styles from "./LeaguePage.module.css";

/** Whether one takes part, and under which name the others see one. */
export function LeagueChoices({ takesPart, showsName }: { takesPart: boolean; showsName: boolean }) {
  const t = useTranslations("boards.league");
  const { league } = trpc.useUtils();
  const choose = trpc.league.choose.useMutation({ onSettled: () => league.mine.invalidate() });
  // What was just chosen shows at once, and goes back where it could not be kept.
  const shown = { takesPart, showsName, ...(choose.isPending ? choose.variables : {}) };
  return (
    <fieldset className={styles.choices}>
      <legend className="visually-hidden">{t("choices")}</legend>
      <label className={styles.choice}>
        <input type="checkbox" checked={shown.takesPart} onChange={({ target }) => choose.mutate({ takesPart: target.checked })} />
        {t("takesPart")}
      </label>
      <label className={styles.choice}>
        <input type="checkbox" checked={shown.showsName} onChange={({ target }) => choose.mutate({ showsName: target.checked })} />
        {t("showsName")}
      </label>
      {choose.isError ? <p role="alert" className="small">{t("notKept")}</p> : null}
    </fieldset>
  );
}
