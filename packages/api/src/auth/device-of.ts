const browsers: [RegExp, string][] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS)\//, "Chrome"],
  [/\bVersion\/.*\bSafari\//, "Safari"],
];
const systems: [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMacintosh\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
];

const found = (list: [RegExp, string][], text: string) => list.find(([pattern]) => pattern.test(text))?.[1];

/**
 * A device as its owner knows it, "Firefox, Windows": all that is kept of what a client says about itself. Of a program its own
 * first word; empty where nothing tells.
 */
export function deviceOf(userAgent: string | null): string {
  const text = (userAgent ?? "").slice(0, 300);
  const named = [found(browsers, text), found(systems, text)].filter((part) => part !== undefined);
  if (named.length > 0) return named.join(", ");
  return /^[A-Za-z][\w.-]{0,30}/.exec(text)?.[0] ?? "";
}
