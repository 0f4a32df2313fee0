import type { SignedIn } from "@quickfire/api";
import { cookies } from "next/headers";
import { userOf } from "./session";

/** Who is signed in, for a page, whose cookies Next has at hand. */
export async function currentUser(): Promise<SignedIn | null> {
  return userOf(await cookies());
}
