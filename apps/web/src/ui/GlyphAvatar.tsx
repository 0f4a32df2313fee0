import type { CSSProperties } from "react";
import { answerColourToken } from "./answer-letters";
import styles from "./GlyphAvatar.module.css";

const glyphCount = 30;
const colourCount = 8;
export const avatarCount = glyphCount * colourCount;

export const avatarColourToken = (avatar: number): string => answerColourToken(Math.floor(avatar / glyphCount) % colourCount);
export const avatarColour = (avatar: number): string => `var(${avatarColourToken(avatar)})`;

/** Of its symbol in `glyphs.svg`. */
export const glyphId = (avatar: number): string => `g${avatar % glyphCount}`;

/** A letter from the world's spellings on one of eight colours. It decorates: names identify. */
export function GlyphAvatar({ avatar, size = 40 }: { avatar: number; size?: number | string }) {
  const colour: CSSProperties & { "--avatar-colour": string } = { "--avatar-colour": avatarColour(avatar), width: size, height: size };
  return (
    <span className={styles.avatar} style={colour} aria-hidden>
      <AvatarGlyph avatar={avatar} />
    </span>
  );
}

/** The letter alone, for places that bring their own ground. */
export function AvatarGlyph({ avatar }: { avatar: number }) {
  return <svg viewBox="0 0 32 32" aria-hidden><use href={`/glyphs.svg#${glyphId(avatar)}`} /></svg>;
}
