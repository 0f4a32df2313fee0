import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AssignmentPage } from "@/assignments/AssignmentPage";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assignments");
  return { title: t("title") };
}

export default async function OneAssignmentPage({ params }: { params: Promise<{ assignmentId: string }> }) {
  return <AssignmentPage assignmentId={(await params).assignmentId} />;
}
