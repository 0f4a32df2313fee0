"use client";

import { Ban, CircleCheck, Ellipsis, KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { describePast } from "@/time/instants";
import { useNow } from "@/time/use-now";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/Button";
import { GlyphAvatar } from "@/ui/GlyphAvatar";
import { Menu, MenuItem } from "@/ui/Menu";
import { Tag } from "@/ui/Tag";
import { DisableDialog } from "./DisableDialog";
import { RolesDialog } from "./RolesDialog";
import { useUserChanges } from "./use-user-changes";
import type { User } from "./use-users";
import styles from "./UsersPage.module.css";

const columns = ["user", "roles", "seen", "since", "actions"] as const;

export function UserTable({ users }: { users: readonly User[] }) {
  const t = useTranslations("admin.users");
  const ownId = trpc.account.me.useQuery(undefined, { staleTime: 300_000 }).data?.userId;
  const [asked, setAsked] = useState<{ about: "roles" | "disabling"; user: User } | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <table className={styles.table}>
        <thead><tr>{columns.map((column) => <th key={column} scope="col"><span className={column === "actions" ? "visually-hidden" : undefined}>{t(`columns.${column}`)}</span></th>)}</tr></thead>
        <tbody>
          {users.map((user) => (
            <UserRow key={user.userId} user={user} isOwn={user.userId === ownId} onRoles={() => setAsked({ about: "roles", user })} onDisable={() => setAsked({ about: "disabling", user })} />
          ))}
        </tbody>
      </table>
      {asked?.about === "roles" ? <RolesDialog user={asked.user} isOwn={asked.user.userId === ownId} onClose={close} /> : null}
      {asked?.about === "disabling" ? <DisableDialog user={asked.user} onClose={close} /> : null}
    </>
  );
}

function UserRow({ user, isOwn, onRoles, onDisable }: { user: User; isOwn: boolean; onRoles: () => void; onDisable: () => void }) {
  const t = useTranslations("admin.users");
  const locale = useRegionalLocale();
  const now = useNow(60_000);
  const { setDisabled } = useUserChanges(user);
  return (
    <tr>
      <td>
        <div className={styles.user}>
          <GlyphAvatar avatar={user.avatar} size={36} />
          <div>
            <div className={styles.name}>
              {user.name}
              {isOwn ? <Tag tone="info">{t("you")}</Tag> : null}
              {user.disabledAt ? <Tag tone="bad">{t("disabled")}</Tag> : null}
              {user.emailVerified ? null : <Tag tone="warn">{t("unproved")}</Tag>}
            </div>
            <div className={styles.email}>{user.email}</div>
          </div>
        </div>
      </td>
      <td className={styles.rolesCell}>
        <div className={styles.roles}>{user.roles.length === 0 ? <span className="faint">{t("noRoles")}</span> : user.roles.map((role) => <Tag key={role} tone={role === "admin" ? "info" : "plain"}>{t(`roles.${role}`)}</Tag>)}</div>
      </td>
      <td className={styles.when}>{user.lastSeenAt ? <time dateTime={user.lastSeenAt}>{describePast(user.lastSeenAt, now, locale)}</time> : t("neverSeen")}</td>
      <td className={styles.when}><time dateTime={user.createdAt}>{describePast(user.createdAt, now, locale)}</time></td>
      <td className={styles.actions}>
        <Menu trigger={<Button look="quiet" size="compact" iconOnly icon={<Ellipsis aria-hidden />}>{t("moreOf", { name: user.name })}</Button>}>
          <MenuItem icon={<KeyRound aria-hidden />} onSelect={onRoles}>{t("changeRoles")}</MenuItem>
          {user.disabledAt ? (
            <MenuItem icon={<CircleCheck aria-hidden />} onSelect={() => setDisabled.mutate({ userId: user.userId, disabled: false })}>{t("enable")}</MenuItem>
          ) : (
            <MenuItem icon={<Ban aria-hidden />} danger disabled={isOwn} onSelect={onDisable}>{t("disable")}</MenuItem>
          )}
        </Menu>
      </td>
    </tr>
  );
}
