import { expect, it } from "vitest";
import { progressOf } from "./progress";

it("counts an answer under its level and each of its tags, and the newest twenty once more", () => {
  const old = Array.from({ length: 20 }, (_, at) => ({ correct: false, at, level: "A2", tags: ["verbs"] }));
  const fresh = Array.from({ length: 15 }, (_, index) => ({ correct: true, at: 100 + index, level: "A2", tags: ["verbs", "past"] }));
  const { tags, levels } = progressOf([...fresh, ...old, { correct: true, at: 0, level: null, tags: [] }]);
  expect(levels).toEqual([{ name: "A2", answered: 35, right: 15, recent: { answered: 20, right: 15 } }]);
  expect(tags).toEqual([
    { name: "verbs", answered: 35, right: 15, recent: { answered: 20, right: 15 } },
    { name: "past", answered: 15, right: 15, recent: { answered: 15, right: 15 } },
  ]);
});
