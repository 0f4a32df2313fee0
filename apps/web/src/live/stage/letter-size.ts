/** What lies side by side and under one another, in hundredths of the stage's width. */
export type Area = { width: number; height: number; gap: number };

/** The largest of these sizes at which so many letters fit into an area; the smallest where none does. */
export function letterSize(count: number, { width, height, gap }: Area, sizes: readonly number[]): number {
  const fitting = (size: number, length: number) => Math.floor((length + gap) / (size + gap));
  return sizes.find((size) => fitting(size, width) * fitting(size, height) >= count) ?? Math.min(...sizes);
}
