"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/ui/Button";
import { avatarCount, GlyphAvatar } from "@/ui/GlyphAvatar";
import styles from "./ProfilePage.module.css";

const shown = 6;
/** Has no factor in common with the number of avatars, so that neighbours differ in letter and colour. */
const stride = 37;

/** A handful of avatars to pick from, and all the others behind them. */
export function AvatarField({ avatar, onChange }: { avatar: number; onChange: (avatar: number) => void }) {
  const t = useTranslations("account.profile");
  const name = useId();
  const [first, setFirst] = useState(avatar);
  const turn = (by: number) => setFirst((first + by * shown * stride + avatarCount * shown) % avatarCount);
  return (
    <fieldset className={styles.choices}>
      <legend>{t("avatar")}</legend>
      <div className={styles.avatars}>
        <Button look="quiet" size="compact" iconOnly icon={<ChevronLeft aria-hidden />} onClick={() => turn(-1)}>{t("avatarPrevious")}</Button>
        {Array.from({ length: shown }, (_, index) => (first + index * stride) % avatarCount).map((choice, index) => (
          <label key={choice} className={styles.avatar}>
            <input type="radio" name={name} className="visually-hidden" checked={choice === avatar} onChange={() => onChange(choice)} aria-label={t("avatarChoice", { number: index + 1 })} />
            <GlyphAvatar avatar={choice} size={40} />
          </label>
        ))}
        <Button look="quiet" size="compact" iconOnly icon={<ChevronRight aria-hidden />} onClick={() => turn(1)}>{t("avatarNext")}</Button>
      </div>
    </fieldset>
  );
}
