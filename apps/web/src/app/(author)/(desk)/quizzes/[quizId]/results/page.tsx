import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { QuizResultsPage } from "@/quiz-results/QuizResultsPage";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("report");
  return { title: t("allGames") };
}

export default async function ResultsOfQuizPage({ params }: { params: Promise<{ quizId: string }> }) {
  return <QuizResultsPage quizId={(await params).quizId} />;
}
