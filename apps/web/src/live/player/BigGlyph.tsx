import { AvatarGlyph, avatarColour } from "@/ui/GlyphAvatar";
import styles from "./BigGlyph.module.css";

/** One's own letter, huge, on a leaning plane of its colour. */
export function BigGlyph({ avatar }: { avatar: number }) {
  return (
    <div className={styles.plane} aria-hidden>
      <span className={styles.ground} style={{ background: avatarColour(avatar) }} />
      <AvatarGlyph avatar={avatar} />
    </div>
  );
}
