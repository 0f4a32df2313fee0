import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AssignmentsPage } from "@/assignments/AssignmentsPage";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assignments");
  return { title: t("title") };
}

export default AssignmentsPage;
