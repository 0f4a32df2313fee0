import type { ApiOutput } from "@/trpc/client";

export type Flag = ApiOutput["review"]["list"]["items"][number];
export type FlagDetails = ApiOutput["review"]["byId"];
