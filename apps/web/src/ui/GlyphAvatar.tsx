import type { CSSProperties } from "react";
import { answerColour } from "./answer-letters";
import styles from "./GlyphAvatar.module.css";

const glyphCount = 30;
const colourCount = 8;
export const avatarCount = glyphCount * colourCount;

export const avatarColour = (avatar: number): string => answerColour(Math.floor(avatar / glyphCount) % colourCount);

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
  return <svg viewBox="0 0 32 32" aria-hidden><use href={`/glyphs.svg#g${avatar % glyphCount}`} /></svg>;
}

/** The same avatar for the same person on every device: drawn from their id. */
export function avatarOf(id: string): number {
  let sum = 7;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return sum % avatarCount;
}
