import { useTranslations } from "next-intl";
import { type Ref, useId, useState } from "react";
import { Button } from "@/ui/Button";
import { classNames } from "@/ui/class-names";
import type { LoadJoinApi } from "./load-join-api";
import styles from "./NicknameField.module.css";
import { countCharacters, nicknameLimits } from "./nickname-length";

type NicknameFieldProps = {
  ref: Ref<HTMLInputElement>;
  pin: string;
  name: string;
  loadApi: LoadJoinApi;
  /** What the server had against the name as it stands. */
  refused: string | null;
  onChange: (name: string) => void;
};

/** A name to play under, measured while it is typed; or one that the game suggests. */
export function NicknameField({ ref, pin, name, loadApi, refused, onChange }: NicknameFieldProps) {
  const t = useTranslations("player.join");
  const id = useId();
  const [left, setLeft] = useState(false);
  const [asking, setAsking] = useState(false);
  const count = countCharacters(name);
  const fits = count >= nicknameLimits.min && count <= nicknameLimits.max;
  const error = refused ?? (count > nicknameLimits.max ? t("nameLong") : left && count > 0 && count < nicknameLimits.min ? t("nameShort") : null);

  const suggest = async () => {
    setAsking(true);
    try {
      const suggested = await (await loadApi()).suggestName(pin);
      if (suggested.ok) onChange(suggested.value.name);
    } catch {
      // A name can still be typed.
    }
    setAsking(false);
  };
  return (
    <div>
      <label className={styles.label} htmlFor={id}>{t("name")}</label>
      <input
        ref={ref}
        id={id}
        className={styles.input}
        value={name}
        onChange={(event) => onChange(event.target.value)}
        onFocus={() => void loadApi().catch(() => null)}
        onBlur={() => setLeft(true)}
        aria-invalid={error !== null || undefined}
        aria-describedby={`${id}-note`}
        maxLength={200}
        autoComplete="off"
        autoCapitalize="words"
        spellCheck={false}
        enterKeyHint="go"
      />
      <div className={styles.notes}>
        <span id={`${id}-note`} className={classNames(styles.note, error !== null && styles.error, error === null && fits && styles.fine)} aria-live="polite">
          {error ?? (fits ? <><CheckMark />{t("nameFine")}</> : t("nameHint"))}
        </span>
        <span className={styles.count}>{t("nameCount", { count, limit: nicknameLimits.max })}</span>
      </div>
      <Button size="phone" className={styles.suggest} icon={<Dice />} aria-disabled={asking} onClick={() => { if (!asking) void suggest(); }}>{t("suggest")}</Button>
    </div>
  );
}

const CheckMark = () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round" aria-hidden><path d="M20 6 9 17l-5-5" /></svg>
);

const Dice = () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden>
    <rect x="3.5" y="3.5" width="17" height="17" rx="3.5" /><path d="M8.5 8.5h.01M15.5 8.5h.01M12 12h.01M8.5 15.5h.01M15.5 15.5h.01" />
  </svg>
);
