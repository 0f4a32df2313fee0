import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EditorPage } from "@/editor/EditorPage";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("editor");
  return { title: t("untitled") };
}

export default async function EditQuizPage({ params }: { params: Promise<{ quizId: string }> }) {
  return <EditorPage quizId={(await params).quizId} />;
}
