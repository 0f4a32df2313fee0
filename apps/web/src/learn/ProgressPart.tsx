import { useTranslations } from "next-intl";
import { usePercent } from "@/report/use-percent";
import type { ApiOutput } from "@/trpc/client";
import styles from "./LearnPage.module.css";

type Progress = ApiOutput["learner"]["progress"];

const mostTags = 12;

/** How much was right by level and by topic, and whether it is getting better. */
export function ProgressPart({ progress: { levels, tags } }: { progress: Progress }) {
  const t = useTranslations("learn.progress");
  return (
    <section aria-labelledby="progress">
      <h2 id="progress" className={styles.heading}>{t("title")}</h2>
      {levels.length + tags.length === 0 ? <p className={styles.none}>{t("none")}</p> : (
        <div className={styles.columns}>
          {levels.length > 0 ? <Bars title={t("levels")} rows={levels} /> : null}
          {tags.length > 0 ? <Bars title={t("tags")} rows={tags.slice(0, mostTags)} /> : null}
        </div>
      )}
    </section>
  );
}

function Bars({ title, rows }: { title: string; rows: Progress["tags"] }) {
  const t = useTranslations("learn.progress");
  const percent = usePercent();
  return (
    <div>
      <h3 className={styles.subheading}>{title}</h3>
      <dl>
        {rows.map(({ name, answered, right, recent }) => (
          <div key={name} className={styles.bars}>
            <dt>{name}</dt>
            <dd className={styles.track} aria-hidden><i style={{ width: `${(right / answered) * 100}%` }} /></dd>
            <dd className={styles.figures}>
              <span>{t("right", { right, answered })}</span>
              {answered > recent.answered ? <b>{t("recent", { percent: percent(recent.right / recent.answered) })}</b> : null}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
