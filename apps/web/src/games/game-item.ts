import type { ApiOutput } from "@/trpc/client";

export type GameItem = ApiOutput["game"]["list"]["items"][number];
