import { getTranslations } from "next-intl/server";
import { routes } from "@/routes";
import { PlainLink } from "@/ui/PlainLink";
import { PlainPage } from "@/ui/PlainPage";

export default async function NotFoundPage() {
  const t = await getTranslations("common.notFound");
  return <PlainPage title={t("title")} text={t("text")} actions={<PlainLink look="primary" href={routes.home}>{t("home")}</PlainLink>} />;
}
