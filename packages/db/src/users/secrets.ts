import { createHash, randomBytes } from "node:crypto";

/** 256 bits, in letters that fit into a header and a link. */
export const createSecret = (): string => randomBytes(32).toString("base64url");

/** Of a secret only this is stored: who reads the table holds nothing that opens a door. It needs no salt, as nobody can guess 256 bits. */
export const hashOfSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");
