import { handleRest } from "@quickfire/api/rest";
import { getProcess } from "@/server/process";
import { openDoor } from "@/server/request-door";

function handle(request: Request): Promise<Response> {
  const { env, logger } = getProcess();
  return handleRest(request, { webUrl: env.PUBLIC_WEB_URL, logger, openDoor: () => openDoor(request.headers) });
}

// Every method, so that those which a path does not know are refused as the contract says.
export { handle as DELETE, handle as GET, handle as HEAD, handle as OPTIONS, handle as PATCH, handle as POST, handle as PUT };
