import { joinPatternRule } from "@quickfire/engine/join-pattern-rule";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { AnswerKey } from "@/ui/AnswerKey";
import { Button } from "@/ui/Button";
import { useShortcuts } from "../parts/use-shortcuts";
import styles from "./PatternPad.module.css";

const { signs } = joinPatternRule;
const places = Array.from({ length: joinPatternRule.length }, (_, place) => place);

type PatternPadProps = {
  joining: boolean;
  /** Why the last try did not bring anybody in, or what is happening. */
  note: ReactNode;
  onPattern: (pattern: string) => void;
  onBack: () => void;
};

/** The four signs of the big screen, tapped in their order, or typed by their letters; the last one goes in by itself. */
export default function PatternPad({ joining, note, onPattern, onBack }: PatternPadProps) {
  const t = useTranslations("player.join.pattern");
  const title = useRef<HTMLHeadingElement>(null);
  const [tapped, setTapped] = useState("");
  useEffect(() => title.current?.focus(), []);

  const tap = (sign: string) => {
    if (joining) return;
    const next = (tapped.length === joinPatternRule.length ? "" : tapped) + sign;
    setTapped(next);
    if (next.length === joinPatternRule.length) onPattern(next);
  };
  /** Nothing is half tapped, so that what became of the last try can be read. */
  const isResting = tapped.length % joinPatternRule.length === 0;
  const erase = tapped === "" || joining ? undefined : () => setTapped(tapped.slice(0, -1));
  useShortcuts({ ...Object.fromEntries(signs.flatMap((sign, index) => [[sign, () => tap(sign)], [String(index + 1), () => tap(sign)]])), BACKSPACE: erase });

  return (
    <div className={styles.step}>
      <div>
        <h1 ref={title} tabIndex={-1} className={styles.title}>{t("title")}</h1>
        <p className="secondary">{t("text")}</p>
      </div>
      <ol className={styles.places} aria-hidden>
        {places.map((place) => {
          const sign = tapped[place];
          return <li key={place} className={styles.place}>{sign === undefined ? null : <AnswerKey index={signs.findIndex((one) => one === sign)} stacked className={styles.filled} />}</li>;
        })}
      </ol>
      <p className={styles.note} role="status">
        {isResting && note !== null ? note : <span className={styles.count}>{t("tapped", { count: tapped.length, of: joinPatternRule.length })}</span>}
      </p>
      <div className={styles.push} />
      <div className={styles.pad} role="group" aria-label={t("signs")}>
        {signs.map((sign, index) => (
          <button key={sign} type="button" className={styles.sign} aria-disabled={joining} aria-label={t(`sign.${sign}`)} aria-keyshortcuts={sign} onClick={() => tap(sign)}>
            <AnswerKey index={index} stacked className={styles.face} />
          </button>
        ))}
      </div>
      <div className={styles.ways}>
        <Button look="quiet" size="phone" onClick={onBack}>{t("back")}</Button>
        <Button size="phone" aria-disabled={!erase} onClick={erase}>{t("erase")}</Button>
      </div>
    </div>
  );
}
