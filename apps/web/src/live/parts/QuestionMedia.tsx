import type { OpenQuestion } from "@quickfire/engine";
import { classNames } from "@/ui/class-names";
import styles from "./QuestionMedia.module.css";

/** A question's picture or sound, where it has one. */
export function QuestionMedia({ media, className }: { media: OpenQuestion["media"]; className?: string }) {
  if (!media?.image && !media?.audio) return null;
  return (
    <div className={classNames(styles.media, className)}>
      {/* oxlint-disable-next-line next/no-img-element -- a quiz's pictures may stand on any host */}
      {media.image ? <img className={styles.image} src={media.image} alt={media.alt ?? ""} /> : null}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- in a listening question, captions would be the answer */}
      {media.audio ? <audio className={styles.audio} src={media.audio} controls preload="auto" /> : null}
    </div>
  );
}
