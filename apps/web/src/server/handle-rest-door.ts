import type { Incoming } from "@quickfire/api";
import { handleRest } from "@quickfire/api/rest";
import { getProcess } from "./process";
import { openDoor } from "./request-door";

/** The public contract. Who calls is told by the bearer alone. */
export function handleRestDoor(request: Incoming): Promise<Response> {
  const { env, logger, newcomers } = getProcess();
  return handleRest(request, { webUrl: env.PUBLIC_WEB_URL, logger, newcomers, openDoor: () => openDoor(request.headers) });
}
