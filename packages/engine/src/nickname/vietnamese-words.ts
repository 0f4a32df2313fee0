/** Rude syllables, each with the harmless ones that begin like it. Only with their diacritics: without, they are other words. */
export const vietnameseSyllables: Record<string, readonly string[]> = {
  "địt": [], "đụ": ["đụng", "đụn", "đục", "đụt"], "lồn": ["lồng"], "cặc": [], "buồi": [], "đéo": [], "đĩ": ["đĩa", "đĩnh"], "chó đẻ": [], "chịch": [], "hiếp dâm": [],
};

/** Rude only by themselves, or as these words together: abbreviations, and what remains of insults without diacritics. */
export const vietnamesePhrases: readonly string[] = [
  "đm", "đmm", "đcm", "đkm", "dmm", "dcm", "dkm", "vcl", "vkl", "vlz", "clgt", "clmm", "dit me", "dit con me", "djt", "djt me", "dit bo", "du me may", "du ma may",
  "con cac", "cai lon", "vai lon", "lon me", "dau buoi", "con cặk", "loz", "vãi loz", "oc cho", "óc chó", "chó má", "đồ chó", "con điếm", "gái điếm", "mẹ kiếp", "mẹ mày",
];
