import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/ui/Button";
import { avatarCount, GlyphAvatar } from "@/ui/GlyphAvatar";
import styles from "./AvatarPicker.module.css";

const shown = 12;
/** Has no factor in common with the number of avatars, so that neighbours differ in letter and colour. */
const stride = 37;

/** A dozen to pick from, and all the others by stepping through. */
export function AvatarPicker({ avatar, onChange }: { avatar: number; onChange: (avatar: number) => void }) {
  const t = useTranslations("player.join");
  const name = useId();
  const [choices] = useState(() => Array.from({ length: shown }, (_, index) => (avatar + index * stride) % avatarCount));
  const step = (by: number) => onChange((avatar + by * stride + avatarCount) % avatarCount);
  return (
    <fieldset className={styles.picker}>
      <legend className="visually-hidden">{t("avatar")}</legend>
      <div className={styles.large}>
        <Button look="quiet" size="phone" iconOnly icon={<Chevron d="m15 18-6-6 6-6" />} onClick={() => step(-1)}>{t("avatarPrevious")}</Button>
        <GlyphAvatar avatar={avatar} size="min(132px, 17dvh)" />
        <Button look="quiet" size="phone" iconOnly icon={<Chevron d="m9 18 6-6-6-6" />} onClick={() => step(1)}>{t("avatarNext")}</Button>
      </div>
      <div className={styles.choices}>
        {choices.map((choice, index) => (
          <label key={choice} className={styles.choice}>
            <input type="radio" name={name} className="visually-hidden" checked={choice === avatar} onChange={() => onChange(choice)} aria-label={t("avatarChoice", { number: index + 1 })} />
            <GlyphAvatar avatar={choice} size={44} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const Chevron = ({ d }: { d: string }) => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden><path d={d} /></svg>
);
