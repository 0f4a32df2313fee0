import { GlyphAvatar } from "@/ui/GlyphAvatar";
import styles from "./PlayerGlyph.module.css";

/** Someone's glyph; where it is not known here (a board of thousands), the first letter of their name. */
export function PlayerGlyph({ avatar, name, size }: { avatar: number | null; name: string; size: number | string }) {
  if (avatar !== null) return <GlyphAvatar avatar={avatar} size={size} />;
  return (
    <span className={styles.initial} style={{ width: size, height: size, fontSize: `calc(${typeof size === "number" ? `${size}px` : size} * 0.5)` }} aria-hidden>
      {[...name][0]}
    </span>
  );
}
