import type { OpenQuestion } from "@quickfire/engine";
import { classNames } from "@/ui/class-names";
import styles from "./QuestionMedia.module.css";

/** A question's picture or sound, where it has one. */
export function QuestionMedia({ media, className }: { media: OpenQuestion["media"]; className?: string }) {
  if (!media?.image && !media?.audio) return null;
  return (
    <div className={classNames(styles.media, className)}>
      {media.image ? <img className={styles.image} src={media.image} alt={media.alt ?? ""} /> : null}
      {media.audio ? <audio className={styles.audio} src={media.audio} controls preload="auto" /> : null}
    </div>
  );
}
