import { getTranslations } from "next-intl/server";
import { routes } from "@/routes";
import { LinkButton } from "@/ui/Button";
import { PlainPage } from "@/ui/PlainPage";

export default async function NotFoundPage() {
  const t = await getTranslations("common.notFound");
  return <PlainPage title={t("title")} text={t("text")} actions={<LinkButton look="primary" href={routes.home}>{t("home")}</LinkButton>} />;
}
