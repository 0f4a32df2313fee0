import type { RandomInt } from "../chance";

const words = {
  en: ["fun", "friends", "music", "learning", "games", "holiday", "coffee", "books", "sport", "family", "food", "travel", "sunshine", "sleep", "curious", "happy"],
  vi: ["vui", "bạn bè", "âm nhạc", "học tập", "trò chơi", "kỳ nghỉ", "cà phê", "sách", "thể thao", "gia đình", "món ngon", "du lịch", "nắng", "ngủ", "tò mò", "hạnh phúc"],
} as const;

/** A word for a cloud. Those at the beginning of the list come more often, so that the picture has large words and small ones. */
export function cloudWord(randomInt: RandomInt, language: string): string {
  const list = language.toLowerCase().split("-")[0] === "vi" ? words.vi : words.en;
  return list[Math.min(randomInt(list.length), randomInt(list.length))] ?? list[0];
}
