"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { routes } from "@/routes";
import { type ApiOutput, trpc } from "@/trpc/client";
import { failureOf } from "@/trpc/failures";
import { Button, LinkButton } from "@/ui/Button";
import { ErrorState } from "@/ui/ErrorState";
import { Logo } from "@/ui/Logo";
import { Skeleton } from "@/ui/Skeleton";
import { guestKey } from "./attempt-memory";
import { AttemptScene } from "./AttemptScene";
import styles from "./TakePage.module.css";
import { WelcomeScene } from "./WelcomeScene";

export type Come = ApiOutput["attempt"]["come"];

/** Where the link of an assignment leads: what it is, who one is there, and the attempts. */
export function TakePage({ code }: { code: string }) {
  const t = useTranslations("selfPaced");
  const common = useTranslations("common");
  const { client } = trpc.useUtils();
  const [come, setCome] = useState<Come | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  // Asked for once a page: where nothing can be kept, it would be another one each time.
  const known = useRef<string>(null);
  const [key, setKey] = useState<string>();
  const [attemptId, setAttemptId] = useState<string | null>(null);

  const look = useCallback(async () => {
    setFailure(null);
    const own = (known.current ??= guestKey(code));
    setKey(own);
    try {
      setCome(await client.attempt.come.mutate({ code, key: own }));
    } catch (error) {
      setFailure(failureOf(error).reason);
    }
  }, [client, code]);
  useEffect(() => void look(), [look]);
  useEffect(() => { if (come) document.title = `${come.title} · Quickfire`; }, [come]);

  if (failure) {
    const missing = failure === "NOT_FOUND" || failure === "INVALID";
    return (
      <main id="main" className={styles.page}>
        <Logo height={22} />
        {missing ? <ErrorState alone title={t("missing.title")} text={t("missing.text")} action={<LinkButton look="primary" href={routes.home}>{common("notFound.home")}</LinkButton>} /> : <ErrorState alone title={t("failed.title")} text={t("failed.text")} action={<Button look="primary" onClick={() => void look()}>{common("retry")}</Button>} />}
      </main>
    );
  }
  if (!come) return <main id="main" className={styles.page}><Skeleton alone words={t("loading")} /></main>;
  if (attemptId) return <AttemptScene link={{ code, key }} attemptId={attemptId} come={come} onLeave={() => { setAttemptId(null); void look(); }} />;
  return <WelcomeScene link={{ code, key }} come={come} onCome={setCome} onAttempt={setAttemptId} />;
}
