import type { QuestionTypeName, StoredQuestion } from "@quickfire/engine/question-types/index";
import { useTranslations } from "next-intl";
import { GlyphAvatar } from "@/ui/GlyphAvatar";
import { renderPreview } from "../question-forms/registry";
import styles from "./PhonePreview.module.css";

/** These show their text themselves. */
const ownText: ReadonlySet<QuestionTypeName> = new Set(["gap", "slide"]);

type PhonePreviewProps = { question: StoredQuestion | null; language: string; look: "light" | "dark"; round: number; rounds: number };

/** A phone of 390 by 780 pixels, made small. */
export function PhonePreview({ question, language, look, round, rounds }: PhonePreviewProps) {
  const t = useTranslations("editor.preview");
  return (
    <div className={styles.frame}>
      <div className={styles.screen} data-theme={look}>
        <header className={styles.top}>
          <GlyphAvatar avatar={63} size={34} />
          <span className={styles.who}>
            <b>{t("player")}</b>
            <span>{t("place", { round: Math.max(round, 1), rounds: Math.max(rounds, 1) })}</span>
          </span>
          <span className="figure">0</span>
        </header>
        <div className={styles.fuse}><i /></div>
        {question ? (
          <>
            <div className={styles.question}>
              {ownText.has(question.type) ? null : <p className={styles.text} data-length={lengthOf(question.text)} lang={language}>{question.text || t("empty")}</p>}
              <span className={styles.seconds}>{question.timeLimit}</span>
            </div>
            {question.media?.image ? (
              // oxlint-disable-next-line nextjs/no-img-element -- A picture from anywhere on the web.
              <img className={styles.picture} src={question.media.image} alt={question.media.alt ?? ""} referrerPolicy="no-referrer" />
            ) : null}
            <div className={styles.answers}>{renderPreview(question, language)}</div>
          </>
        ) : (
          <p className={styles.question}>{t("empty")}</p>
        )}
      </div>
    </div>
  );
}

/** The longer the question, the smaller it is set, so that the answers stay in reach of the thumb. */
function lengthOf(text: string): "short" | "middle" | "long" {
  const characters = [...text].length;
  if (characters <= 80) return "short";
  return characters <= 180 ? "middle" : "long";
}
