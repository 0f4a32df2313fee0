import { z } from "zod";
import { ownTimePercents } from "./own-time";

/** By itself, since pages need the times and not what reads them. */
export const ownTimeSchema = z.literal(ownTimePercents);
