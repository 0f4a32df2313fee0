import { wholeNumber } from "./text";

/** By how many seconds a host's `extend` may lengthen a question; `transition` sees to it that it stays within ten minutes in all. */
export const extensionSchema = wholeNumber({ name: "The extension", min: 1, max: 600, unit: "seconds" });
