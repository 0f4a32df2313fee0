"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { routes } from "@/routes";
import { trpc } from "@/trpc/client";
import { failureOf } from "@/trpc/failures";
import { Button, LinkButton } from "@/ui/Button";
import styles from "./AccountForm.module.css";
import { forgetLinkToken, useLinkToken } from "./use-link-token";

const words = { LINK_SPENT: "spent", FORBIDDEN: "other", TOO_MANY: "full" } as const;

/** Takes up an invitation to host a game, after the sign-in where that is needed, and leads to the games. */
export function CoHostNote() {
  const t = useTranslations("auth.cohost");
  const common = useTranslations("common");
  const router = useRouter();
  const token = useLinkToken("cohost");
  const { mutate, ...accept } = trpc.coHost.accept.useMutation({
    onSuccess: () => {
      forgetLinkToken("cohost");
      router.replace(routes.games);
    },
    onError: (error) => {
      if (failureOf(error).reason === "UNAUTHORIZED") router.replace(routes.signInFor(routes.coHost));
    },
  });
  const asked = useRef(false);
  useEffect(() => {
    if (!token || asked.current) return;
    asked.current = true;
    mutate({ token });
  }, [token, mutate]);

  if (accept.isSuccess) return <p role="status">{t("checking")}</p>;
  const reason = token === "" ? "LINK_SPENT" : accept.error ? failureOf(accept.error).reason : null;
  if (reason === null || reason === "UNAUTHORIZED") return <p role="status">{t("checking")}</p>;
  const known = Object.entries(words).find(([code]) => code === reason)?.[1];
  return (
    <div role="alert" className={styles.form}>
      <h2>{t(`${known ?? "failed"}Title`)}</h2>
      <p>{t(`${known ?? "failed"}Text`)}</p>
      {known ? <LinkButton look="primary" href={routes.games}>{t("onward")}</LinkButton> : <Button look="primary" onClick={() => mutate({ token: token ?? "" })}>{common("retry")}</Button>}
    </div>
  );
}
