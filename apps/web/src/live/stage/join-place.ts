import type { JoinPattern } from "./use-join-pattern";

/** Where people go to get in: the code, the address to type, the link behind the QR code, and what has to be tapped then, where anything has. */
export type JoinPlace = { pin: string | null; address: string; url: string; pattern: JoinPattern | null };

export function joinPlaceOf({ webUrl, pin, pattern = null }: { webUrl: string; pin: string | null; pattern?: JoinPattern | null }): JoinPlace {
  return { pin, pattern, address: webUrl.replace(/^https?:\/\//, ""), url: pin === null ? webUrl : `${webUrl}/join/${pin}` };
}
