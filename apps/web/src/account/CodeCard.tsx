"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { routes } from "@/routes";
import { Button } from "@/ui/Button";
import { FieldNote } from "@/ui/Field";
import styles from "./CodeCard.module.css";

/** For players who came to the authors' door: the code leads them to their game. */
export function CodeCard() {
  const t = useTranslations("auth.play");
  const router = useRouter();
  const [code, setCode] = useState("");
  const [wrong, setWrong] = useState(false);
  const digits = code.replace(/\D/g, "");

  function submit(event: FormEvent) {
    event.preventDefault();
    if (digits.length === 6) router.push(routes.join(digits));
    else setWrong(true);
  }

  return (
    <form className={styles.card} onSubmit={submit} noValidate>
      <h2 className={styles.title}>{t("title")}</h2>
      <p className={styles.text}>{t("text")}</p>
      <div className={styles.row}>
        <input
          className={styles.code}
          aria-label={t("code")}
          aria-invalid={wrong || undefined}
          aria-describedby="code-problem"
          inputMode="numeric"
          autoComplete="off"
          placeholder="000 000"
          maxLength={11}
          value={code}
          onChange={(event) => { setCode(event.target.value); setWrong(false); }}
        />
        <Button type="submit" look="live" className={styles.join}>{t("join")}</Button>
      </div>
      <div id="code-problem" role="alert">{wrong ? <FieldNote error={t("codeProblem")} /> : null}</div>
    </form>
  );
}
