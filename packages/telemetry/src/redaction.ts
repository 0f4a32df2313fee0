/** Names of fields that hold a secret, wherever they stand in a logged object. */
const secretNames = [
  "token", "accessToken", "refreshToken", "participantToken", "socketToken", "idToken", "apiKey", "secret", "password", "passwordHash",
  "authorization", "Authorization", "cookie", "Cookie", "set-cookie", "sec-websocket-protocol", "connectionParams",
];

export const redacted = "[redacted]";

/** The paths for pino's own redaction, which keeps a line valid whatever kind of value the secret is. */
export const redactedPaths = secretNames.flatMap((name) => {
  const key = /^\w+$/.test(name) ? `.${name}` : `["${name}"]`;
  const top = key.replace(/^\./, "");
  return [top, `*${key}`, `*.*${key}`, `*.*.*${key}`];
});

const secretField = new RegExp(`"(${secretNames.join("|")})":"(?:[^"\\\\]|\\\\.)*"`, "gi");
const jwt = /\beyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]{5,}/g;
const bearer = /\b(Bearer)\s+[\w.~+/=-]+/gi;
const tokenInUrl = /([?&](?:token|access_token|refresh_token)=)[^&\s"\\]+/gi;
const passwordInUrl = /(:\/\/[^:/\s"@]*:)[^@/\s"]+@/g;

/**
 * The second net, over the finished line: a secret also hides deeper than the paths reach, in the message of an error of a
 * library, or in a URL.
 */
export function scrubLine(line: string): string {
  return line
    .replace(secretField, `"$1":"${redacted}"`)
    .replace(jwt, redacted)
    .replace(bearer, `$1 ${redacted}`)
    .replace(tokenInUrl, `$1${redacted}`)
    .replace(passwordInUrl, `$1${redacted}@`);
}
