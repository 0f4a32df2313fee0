import { useFormatter, useTranslations } from "next-intl";
import { Mistakes } from "@/live/player/Mistakes";
import { routes } from "@/routes";
import { Button, LinkButton } from "@/ui/Button";
import { Logo } from "@/ui/Logo";
import styles from "./AttemptResult.module.css";
import type { Come } from "./TakePage";
import { typedAnswer } from "./typed-answer";
import type { AttemptShown } from "./use-attempt";

/** How an attempt went, and what can be learned from it. */
export function AttemptResult({ view, come, onLeave }: { view: AttemptShown; come: Come; onLeave: () => void }) {
  const t = useTranslations("selfPaced.result");
  const format = useFormatter();
  const reviews = view.reviews ?? [];
  const mistakes = reviews.filter(({ correct }) => correct === false);
  const right = reviews.filter(({ correct }) => correct).length;
  // What can be neither right nor wrong is not counted among what might have been right.
  const unscored = reviews.filter(({ correct }) => correct === null).length;
  return (
    <main id="main" className={styles.page}>
      <div className={styles.plane}>
        <div className={styles.inner}>
          <Logo height={22} />
          <h1 className={styles.title} lang={come.language}>{come.title}</h1>
          <p className={`figure ${styles.figure}`}>{t("rightOf", { right, count: view.rounds - unscored })}</p>
          <dl className={styles.figures}>
            <Figure label={t("points")} value={format.number(view.score ?? 0)} />
            {view.scoreDelta === null ? null : <Figure label={t("earned")} value={`+${format.number(view.scoreDelta)}`} />}
          </dl>
          {view.scoreDelta === null ? null : <p className={styles.small}>{t("earnedNote")}</p>}
        </div>
      </div>
      <div className={styles.body}>
        {mistakes.length > 0 ? (
          <section aria-labelledby="mistakes">
            <h2 id="mistakes" className={styles.heading}>{t("mistakes")}</h2>
            <Mistakes rounds={mistakes.map(({ question, closed, answer }) => ({ question, closed, answer: typedAnswer(answer), correct: false }))} />
          </section>
        ) : <p>{t("allRight")}</p>}
        <div className={styles.actions}>
          {view.scoreDelta !== null && mistakes.length > 0 ? <LinkButton look="primary" size="wide" href={routes.practice}>{t("learn")}</LinkButton> : null}
          <Button size="wide" onClick={onLeave}>{t("back")}</Button>
        </div>
      </div>
    </main>
  );
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div className={styles.cell}>
      <dt>{label}</dt>
      <dd className="figure">{value}</dd>
    </div>
  );
}
