import { getTranslations } from "next-intl/server";
import { routes } from "@/routes";
import { Logo } from "@/ui/Logo";
import { PageFooter } from "@/ui/PageFooter";
import { CodeForm } from "./CodeForm";
import styles from "./HomePage.module.css";

/** The way in: for most people this is all they ever see before a game. */
export async function HomePage({ initialCode }: { initialCode: string }) {
  const t = await getTranslations("player.join");
  return (
    <div className={styles.page}>
      <div className={styles.first}>
        <header className={styles.head}>
          <Logo height={46} />
          <a className={styles.author} href={routes.signIn}>{t("author")}</a>
        </header>
        <main id="main" className={styles.body}><CodeForm initialCode={initialCode} /></main>
      </div>
      <PageFooter />
    </div>
  );
}
