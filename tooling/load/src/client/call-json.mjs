import { Agent, request } from "node:http";
import { request as secureRequest } from "node:https";

/** @typedef {{ status: number, headers: import("node:http").IncomingHttpHeaders, body: any }} JsonAnswer */

/**
 * Calls of one host over connections that are kept open: lighter than `fetch`, so that joins measure the server.
 *
 * @param {string} origin
 * @param {{ connections?: number }} [options]
 */
export function createJsonCaller(origin, { connections = 16 } = {}) {
  const url = new URL(origin);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const isSecure = url.protocol === "https:";

  /**
   * @param {string} method
   * @param {string} path
   * @param {{ body?: unknown, form?: Record<string, string>, headers?: Record<string, string> }} [options]
   * @returns {Promise<JsonAnswer>}
   */
  function call(method, path, { body, form, headers = {} } = {}) {
    const payload = form ? new URLSearchParams(form).toString() : body === undefined ? "" : JSON.stringify(body);
    const kind = form ? "application/x-www-form-urlencoded" : "application/json";
    const described = payload === "" ? {} : { "content-type": kind, "content-length": Buffer.byteLength(payload) };
    return new Promise((resolve, reject) => {
      const asked = (isSecure ? secureRequest : request)(
        { host: url.hostname, port: url.port, method, path, ...(isSecure ? {} : { agent }), headers: { ...described, ...headers } },
        (answer) => {
          /** @type {Buffer[]} */
          const parts = [];
          answer.on("data", (part) => parts.push(part));
          answer.once("error", reject);
          answer.once("end", () => {
            const text = Buffer.concat(parts).toString();
            const isJson = answer.headers["content-type"]?.includes("json") ?? false;
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: isJson && text ? JSON.parse(text) : text });
          });
        },
      );
      asked.once("error", reject);
      asked.end(payload);
    });
  }

  return { call, close: () => agent.destroy() };
}
/** @typedef {ReturnType<typeof createJsonCaller>} JsonCaller */
