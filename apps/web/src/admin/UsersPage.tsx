"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { SelectField } from "@/ui/Field";
import { PageHead } from "@/ui/PageHead";
import { SearchField } from "@/ui/SearchField";
import { Skeleton } from "@/ui/Skeleton";
import { allRoles, type UserFilter, useUsers } from "./use-users";
import { UserTable } from "./UserTable";
import styles from "./UsersPage.module.css";

/** Who has an account here, found by name, role and state. */
export function UsersPage() {
  const t = useTranslations("admin.users");
  const common = useTranslations("common");
  const [filter, setFilter] = useState<UserFilter>({ search: "", role: null, disabled: null });
  const [setSearch] = useState(() => (search: string) => setFilter((before) => (before.search === search ? before : { ...before, search })));
  const list = useUsers(filter);
  return (
    <>
      <PageHead title={t("title")}>
        <SearchField label={t("search")} hint={t("searchHint")} onSearch={setSearch} />
        <div className={styles.filters}>
          <SelectField label={t("role")} labelHidden value={filter.role ?? ""} onChange={(event) => setFilter({ ...filter, role: allRoles.find((role) => role === event.target.value) ?? null })}>
            <option value="">{t("anyRole")}</option>
            {allRoles.map((role) => <option key={role} value={role}>{t(`roles.${role}`)}</option>)}
          </SelectField>
          <SelectField label={t("state")} labelHidden value={filter.disabled === null ? "" : String(filter.disabled)} onChange={(event) => setFilter({ ...filter, disabled: event.target.value === "" ? null : event.target.value === "true" })}>
            <option value="">{t("anyState")}</option>
            <option value="false">{t("enabled")}</option>
            <option value="true">{t("disabled")}</option>
          </SelectField>
        </div>
      </PageHead>
      <p className="visually-hidden" role="status">{list.users ? t("found", { count: list.users.length }) : ""}</p>
      <div className={styles.body}>{renderList()}</div>
    </>
  );

  function renderList() {
    if (list.error) return <ErrorState title={t("error.title")} text={t("error.text")} action={<Button look="primary" onClick={list.retry}>{common("retry")}</Button>} />;
    if (!list.users) return <Skeleton words={t("loading")} rows={6} />;
    if (list.users.length === 0) return <EmptyState title={t("nobody.title")} text={t("nobody.text")} />;
    return (
      <>
        <UserTable users={list.users} />
        {list.hasMore ? <Button className={styles.more} onClick={list.loadMore} aria-disabled={list.loadingMore}>{t(list.loadingMore ? "loadingMore" : "loadMore")}</Button> : null}
      </>
    );
  }
}
