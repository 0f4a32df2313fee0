import { Bot } from "lucide-react";
import styles from "./BotGlyph.module.css";

/** In the place of an avatar: nobody sits behind this one. It decorates: the name says the same. */
export function BotGlyph({ size = 40 }: { size?: number | string }) {
  return <span className={styles.bot} style={{ width: size, height: size }} aria-hidden><Bot /></span>;
}
