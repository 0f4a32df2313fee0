import { handleReportDownload } from "@/server/handle-report-download";

export const GET = async (request: Request, { params }: { params: Promise<{ gameId: string }> }) => handleReportDownload(request, (await params).gameId);
