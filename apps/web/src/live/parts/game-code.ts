/** A code as it is read aloud: two groups of three. */
export const showCode = (pin: string): string => `${pin.slice(0, 3)}\u2009${pin.slice(3)}`;

/** The code in whatever was typed or pasted: digits, a spoken form with spaces, or the link behind a QR code. */
export function readCode(text: string): string {
  const inLink = /(?:\/join\/|[?&]pin=)(\d{6})(?!\d)/.exec(text);
  return inLink?.[1] ?? text.replace(/\D/g, "").slice(0, 6);
}
