import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/server/auth-options";

type Parameters = { params: Promise<{ nextauth: string[] }> };

const handle = (request: NextRequest, parameters: Parameters) => NextAuth(request, parameters, authOptions(request.headers));

export { handle as GET, handle as POST };
