import { redirect } from "next/navigation";
import { HomePage } from "@/live/join/HomePage";
import { readCode } from "@/live/parts/game-code";
import { routes } from "@/routes";

/** `/?pin=482913` is an old way to write `/join/482913`; what is not a whole code waits in the boxes. */
export default async function Home({ searchParams }: { searchParams: Promise<{ pin?: string | string[] }> }) {
  const { pin } = await searchParams;
  const code = readCode(typeof pin === "string" ? pin : "");
  if (code.length === 6) redirect(routes.join(code));
  return <HomePage initialCode={code} />;
}
