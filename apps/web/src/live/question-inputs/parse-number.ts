/** A number as people write it: with a comma or a point, perhaps with spaces between thousands; null where it is none. */
export function parseNumber(text: string): number | null {
  const tidy = text.replace(/[\s\u00a0\u202f']/g, "").replace(/[\u2212\u2013]/g, "-");
  if (!/^-?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/.test(tidy)) return null;
  const value = Number(tidy.replace(",", "."));
  return Number.isFinite(value) ? value : null;
}

/** Steps that a thumb can tell apart: whole numbers where the ends are whole, and a hundredth of a short way. */
export function sliderStep({ min, max }: { min: number; max: number }): number {
  if (Number.isInteger(min) && Number.isInteger(max) && max - min >= 5) return 1;
  return (max - min) / 100;
}
