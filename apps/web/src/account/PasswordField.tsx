"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type ComponentProps } from "react";
import { TextField } from "@/ui/Field";
import styles from "./PasswordField.module.css";

/** A password that can be looked at before it is sent. */
export function PasswordField(props: ComponentProps<typeof TextField>) {
  const t = useTranslations("auth.fields");
  const [shown, setShown] = useState(false);
  return (
    <div className={styles.frame}>
      <TextField {...props} type={shown ? "text" : "password"} autoCapitalize="none" spellCheck={false} inputClassName={styles.input} />
      <button type="button" className={styles.toggle} aria-pressed={shown} aria-label={t(shown ? "hide" : "show")} onClick={() => setShown(!shown)}>
        {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      </button>
    </div>
  );
}
