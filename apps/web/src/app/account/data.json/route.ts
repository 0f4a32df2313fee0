import type { NextRequest } from "next/server";
import { handleOwnDataDownload } from "@/server/handle-own-data-download";

export const GET = async (request: NextRequest) => handleOwnDataDownload(request);
