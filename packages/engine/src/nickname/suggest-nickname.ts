import type { RandomInt } from "../chance";

type Words = {
  adjectives: readonly string[];
  animals: readonly string[];
  join: (adjective: string, animal: string) => string;
};

const english: Words = {
  adjectives: [
    "Brave", "Bright", "Calm", "Clever", "Cosy", "Curious", "Daring", "Eager", "Fair", "Fearless", "Friendly", "Gentle", "Glad", "Golden", "Happy", "Honest", "Jolly", "Keen",
    "Kind", "Lively", "Lucky", "Merry", "Mighty", "Nimble", "Noble", "Patient", "Polite", "Proud", "Quick", "Quiet", "Silver", "Smart", "Steady", "Sunny", "Swift", "Tidy",
    "Tiny", "Warm", "Wise", "Witty",
  ],
  animals: [
    "Badger", "Bear", "Bee", "Bison", "Camel", "Crane", "Deer", "Dolphin", "Duck", "Eagle", "Falcon", "Finch", "Fox", "Gecko", "Goose", "Heron", "Horse", "Ibis",
    "Koala", "Lemur", "Lion", "Llama", "Lynx", "Magpie", "Moose", "Otter", "Owl", "Panda", "Parrot", "Penguin", "Puffin", "Rabbit", "Raven", "Robin", "Seal", "Swan",
    "Tiger", "Turtle", "Whale", "Zebra",
  ],
  join: (adjective, animal) => `${adjective} ${animal}`,
};

const vietnamese: Words = {
  adjectives: [
    "Bình Tĩnh", "Can Đảm", "Chăm Chỉ", "Dễ Thương", "Dũng Cảm", "Hăng Hái", "Hiền Lành", "Hòa Nhã", "Khéo Léo", "Lạc Quan", "Lanh Lợi", "Lịch Sự", "May Mắn", "Mạnh Mẽ",
    "Năng Động", "Nhanh Nhẹn", "Sáng Dạ", "Tài Giỏi", "Thân Thiện", "Thật Thà", "Thông Minh", "Tò Mò", "Tốt Bụng", "Tươi Cười", "Vui Tính", "Vui Vẻ", "Yêu Đời", "Ấm Áp",
  ],
  animals: [
    "Báo", "Bồ Câu", "Bướm", "Cá Heo", "Cá Voi", "Cáo", "Chim Én", "Công", "Cú Mèo", "Đại Bàng", "Gấu", "Gấu Trúc", "Hạc", "Hải Âu", "Hổ", "Hươu", "Lạc Đà", "Mèo",
    "Nai", "Ngựa", "Nhím", "Ong", "Rái Cá", "Rùa", "Sóc", "Sư Tử", "Thiên Nga", "Thỏ", "Vịt", "Voi",
  ],
  // In Vietnamese the adjective follows.
  join: (adjective, animal) => `${animal} ${adjective}`,
};

const wordsOf = (language: string): Words => (language.toLowerCase().split("-")[0] === "vi" ? vietnamese : english);

/** An animal by itself, for a name that says something else in front of it. */
export function friendlyAnimal(randomInt: RandomInt, language: string): string {
  const { animals } = wordsOf(language);
  return animals[randomInt(animals.length)] ?? "";
}

/** From this attempt on a number follows: the plain names of a big game run out. */
const NUMBERED_FROM = 3;

/**
 * A friendly name of an animal with a good side. It may be taken: then ask again with the next `attempt`, and from the fourth
 * on a number makes a free one likely even among thousands.
 */
export function suggestNickname(randomInt: RandomInt, language: string, attempt = 0): string {
  const { adjectives, animals, join } = wordsOf(language);
  const pick = (words: readonly string[]): string => words[randomInt(words.length)] ?? "";
  const name = join(pick(adjectives), pick(animals));
  return attempt < NUMBERED_FROM ? name : `${name} ${10 + randomInt(990)}`;
}
