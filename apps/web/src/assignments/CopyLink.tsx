"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { routes } from "@/routes";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import styles from "./CopyLink.module.css";

/** The link to send, whole and ready to be copied; where a page may not copy, it is marked for the keyboard. */
export function CopyLink({ code }: { code: string }) {
  const t = useTranslations("assignments.link");
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const url = `${window.location.origin}${routes.take(code)}`;
  async function copy() {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch {
      // The link stands there marked: Ctrl+C does the rest.
    }
  }
  return (
    <Field label={t("label")}>
      {(control) => (
        <span className={styles.line}>
          <input {...control} ref={field} className={styles.url} value={url} readOnly onFocus={(event) => event.target.select()} />
          <Button icon={copied ? <Check aria-hidden /> : <Copy aria-hidden />} onClick={() => void copy()}>{copied ? t("copied") : t("copy")}</Button>
        </span>
      )}
    </Field>
  );
}
