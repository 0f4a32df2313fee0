/** Where people go to get in: the code, the address to type, and the link behind the QR code. */
export type JoinPlace = { pin: string | null; address: string; url: string };

export function joinPlaceOf({ webUrl, pin }: { webUrl: string; pin: string | null }): JoinPlace {
  return { pin, address: webUrl.replace(/^https?:\/\//, ""), url: pin === null ? webUrl : `${webUrl}/join/${pin}` };
}
