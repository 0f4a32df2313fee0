import { useTranslations } from "next-intl";
import { routes } from "@/routes";
import type { ApiOutput } from "@/trpc/client";
import { LinkButton } from "@/ui/Button";
import { Tag } from "@/ui/Tag";
import styles from "./LearnPage.module.css";

const shown = 5;

/** How much there is to practise, with the first of it. */
export function MistakesPart({ mistakes: { due, later, mistakes } }: { mistakes: ApiOutput["learner"]["mistakes"] }) {
  const t = useTranslations("learn.mistakes");
  return (
    <section aria-labelledby="mistakes">
      <h2 id="mistakes" className={styles.heading}>{t("title")}</h2>
      {due + later === 0 ? <p className={styles.none}>{t("none")}</p> : (
        <>
          <p className={styles.due}>{t("due", { count: due })} {later > 0 ? t("later", { count: later }) : null}</p>
          <p className={styles.note}>{t("rule")}</p>
          <div className={styles.actions}>
            {due > 0 ? <LinkButton look="primary" href={routes.practice}>{t("practise")}</LinkButton> : <LinkButton href={`${routes.practice}?ahead`}>{t("ahead")}</LinkButton>}
          </div>
          <ul aria-label={t("list")}>
            {mistakes.slice(0, shown).map(({ questionId, text, language, rightSince }) => (
              <li key={questionId} className={styles.mistake}><span lang={language}>{text}</span>{rightSince === 1 ? <Tag tone="ok">{t("once")}</Tag> : null}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
