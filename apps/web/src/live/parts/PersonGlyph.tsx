import type { RosterEntry } from "@quickfire/engine";
import { BotGlyph } from "@/ui/BotGlyph";
import { GlyphAvatar } from "@/ui/GlyphAvatar";

/** The glyph of somebody in the game, or the mark of a bot. */
export function PersonGlyph({ person: { avatar, bot }, size }: { person: Pick<RosterEntry, "avatar" | "bot">; size: number | string }) {
  return bot ? <BotGlyph size={size} /> : <GlyphAvatar avatar={avatar} size={size} />;
}
