"use client";

import { useTranslations } from "next-intl";
import { trpc, type ApiOutput } from "@/trpc/client";
import { Button } from "@/ui/Button";
import { ErrorState } from "@/ui/ErrorState";
import { PageHead } from "@/ui/PageHead";
import { Skeleton } from "@/ui/Skeleton";
import { ApiKeys } from "./ApiKeys";
import { OwnData } from "./OwnData";
import { PasswordForm } from "./PasswordForm";
import { ProfileForm } from "./ProfileForm";
import styles from "./ProfilePage.module.css";
import { Sessions } from "./Sessions";
import { UnprovedAddress } from "./UnprovedAddress";

export type OwnAccount = ApiOutput["account"]["me"];

/** All that belongs to one's own account. */
export function ProfilePage() {
  const t = useTranslations("account");
  const common = useTranslations("common");
  const me = trpc.account.me.useQuery();
  return (
    <>
      <PageHead title={t("title")} note={me.data ? t("note", { email: me.data.email }) : undefined} />
      <div className={styles.body}>{renderParts()}</div>
    </>
  );

  function renderParts() {
    if (me.data) {
      return (
        <>
          {me.data.emailVerified ? null : <UnprovedAddress email={me.data.email} />}
          <ProfileForm account={me.data} />
          <PasswordForm account={me.data} />
          <Sessions />
          <ApiKeys />
          <OwnData hasPassword={me.data.hasPassword} />
        </>
      );
    }
    if (me.error) return <ErrorState title={t("error.title")} text={t("error.text")} action={<Button look="primary" onClick={() => void me.refetch()}>{common("retry")}</Button>} />;
    return <Skeleton words={t("loading")} rows={5} />;
  }
}
