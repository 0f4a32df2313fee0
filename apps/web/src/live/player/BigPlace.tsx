import { useTranslations } from "next-intl";
import { classNames } from "@/ui/class-names";
import styles from "./BigPlace.module.css";

/** A place as the largest thing on the screen; the small part of it stands where the language puts it. */
export function BigPlace({ place, huge = false }: { place: number; huge?: boolean }) {
  const t = useTranslations("player");
  const digits = String(place).length;
  return (
    <div className={classNames("figure", styles.place, huge && styles.huge, digits > 2 && styles.long)}>
      {t.rich("bigPlace", {
        place,
        figure: (figure) => <span className={styles.figure}>{figure}</span>,
        small: (small) => <span className={styles.small}>{small}</span>,
      })}
    </div>
  );
}
