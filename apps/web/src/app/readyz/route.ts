import { replyOperations } from "@/server/reply-operations";

export const dynamic = "force-dynamic";

export const GET = () => replyOperations("/readyz");
