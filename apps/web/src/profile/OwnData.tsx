"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { routes } from "@/routes";
import { Button } from "@/ui/Button";
import { LinkButton } from "@/ui/LinkButton";
import { EraseDialog } from "./EraseDialog";
import styles from "./ProfilePage.module.css";

/** What is kept about oneself: to take along, and to have deleted. */
export function OwnData({ hasPassword }: { hasPassword: boolean }) {
  const t = useTranslations("account.ownData");
  const [asked, setAsked] = useState(false);
  return (
    <section className={styles.part} aria-labelledby="own-data">
      <h2 id="own-data">{t("title")}</h2>
      <p className={styles.text}>{t("text")}</p>
      <div><LinkButton href={routes.accountFile} download prefetch={false} icon={<Download aria-hidden />}>{t("download")}</LinkButton></div>
      <p className={styles.text}>{t("eraseText")}</p>
      <div><Button look="danger" onClick={() => setAsked(true)}>{t("erase")}</Button></div>
      {asked ? <EraseDialog hasPassword={hasPassword} onClose={() => setAsked(false)} /> : null}
    </section>
  );
}
