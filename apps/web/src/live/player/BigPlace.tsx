import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "@/ui/class-names";
import styles from "./BigPlace.module.css";

const figure = (text: ReactNode) => <span className={styles.figure}>{text}</span>;
const small = (text: ReactNode) => <span className={styles.small}>{text}</span>;

/** A place as the largest thing on the screen; the small part of it stands where the language puts it. */
export function BigPlace({ place, huge = false }: { place: number; huge?: boolean }) {
  const t = useTranslations("player");
  const digits = String(place).length;
  return (
    <div className={classNames("figure", styles.place, huge && styles.huge, digits > 2 && styles.long)}>
      {t.rich("bigPlace", { place, figure, small })}
    </div>
  );
}
