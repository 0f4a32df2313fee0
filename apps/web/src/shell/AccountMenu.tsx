"use client";

import { ChevronsUpDown, CircleUser, Languages, LogOut, Monitor, Moon, ShieldUser, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { signOut } from "next-auth/react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { localeCookie, localeName, locales } from "@/i18n/locales";
import { routes } from "@/routes";
import { applyTheme, shownTheme } from "@/theme/apply-theme";
import { rememberPreference } from "@/theme/preference-cookie";
import { themes } from "@/theme/themes";
import { trpc } from "@/trpc/client";
import { GlyphAvatar } from "@/ui/GlyphAvatar";
import { Menu, MenuChoices, MenuItem, MenuSeparator } from "@/ui/Menu";
import styles from "./AccountMenu.module.css";

const themeIcons = { system: <Monitor aria-hidden />, light: <Sun aria-hidden />, dark: <Moon aria-hidden /> };

/** Who is signed in, and what belongs to them: language, colours, signing out. */
export function AccountMenu() {
  const t = useTranslations("common");
  const locale = useLocale();
  const router = useRouter();
  const me = trpc.account.me.useQuery(undefined, { staleTime: 300_000 }).data;
  const [theme, setTheme] = useState(shownTheme);
  const trigger = (
    <button type="button" className={styles.trigger}>
      {me ? <GlyphAvatar avatar={me.avatar} size={30} /> : <span className={styles.blank} />}
      <span className={styles.name}>{me?.username ?? t("nav.account")}</span>
      <ChevronsUpDown aria-hidden />
    </button>
  );
  return (
    <Menu trigger={trigger} align="start" side="top">
      <MenuItem icon={<CircleUser aria-hidden />} onSelect={() => router.push(routes.account)}>{t("nav.profile")}</MenuItem>
      {me?.roles.includes("admin") ? <MenuItem icon={<ShieldUser aria-hidden />} onSelect={() => router.push(routes.adminUsers)}>{t("nav.admin")}</MenuItem> : null}
      <MenuSeparator />
      <MenuChoices
        label={t("theme.label")}
        value={theme}
        choices={themes.map((value) => ({ value, label: t(`theme.${value}`), icon: themeIcons[value] }))}
        onChange={(next) => { setTheme(next); applyTheme(next); }}
      />
      <MenuSeparator />
      <MenuChoices
        label={t("language")}
        value={locale}
        choices={locales.map((value) => ({ value, label: localeName(value), icon: <Languages aria-hidden /> }))}
        onChange={(next) => { rememberPreference(localeCookie, next); router.refresh(); }}
      />
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden />} onSelect={() => void signOut({ callbackUrl: routes.signIn })}>{t("nav.signOut")}</MenuItem>
    </Menu>
  );
}
