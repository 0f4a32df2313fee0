import type { NextRequest } from "next/server";
import { handleReportDownload } from "@/server/handle-report-download";

export const GET = async (request: NextRequest, { params }: { params: Promise<{ gameId: string }> }) => handleReportDownload(request, { ...(await params), format: "xlsx" });
