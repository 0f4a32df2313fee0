import type { NextRequest } from "next/server";
import { handleAuditDownload } from "@/server/handle-audit-download";

export const GET = async (request: NextRequest) => handleAuditDownload(request);
