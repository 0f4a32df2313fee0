import { createHash } from "node:crypto";
import { failures } from "../errors";
import type { OpenApiDocument, Operation } from "./open-api";

/** The document, readable: one page of plain HTML, without a script and without anything from another host. */
export function docsPage(document: OpenApiDocument): Response {
  return new Response(htmlOf(document), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
  });
}

const style = `
:root { color-scheme: light dark; --ink: light-dark(#06211c, #eef4ee); --sheet: light-dark(#f3f6f1, #0b1715); --line: light-dark(#cfd9d1, #29413b); --quiet: light-dark(#38504a, #bccdc5); }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1rem 6rem; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--sheet); }
code, pre { font: 14px/1.5 ui-monospace, monospace; }
pre { overflow-x: auto; padding: 1rem; border: 1px solid var(--line); border-radius: 10px; }
article { border-top: 1px solid var(--line); padding: 1rem 0; }
h3 { margin: 0; font-size: 1rem; }
p { margin: .25rem 0; color: var(--quiet); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: .5rem 0; }
dd { margin: 0; color: var(--quiet); }
a { color: inherit; }
`;
const styleHash = `sha256-${createHash("sha256").update(style).digest("base64")}`;

function htmlOf(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))];
  const server = document.servers[0]?.url ?? "";
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Quickfire API, version 1</title><style>${style}</style></head>
<body>
<main>
<h1>Quickfire API, version 1</h1>
<p>${escape(document.info.description)} Base: <code>${escape(server)}</code>. The same as <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.</p>
${tags.map((tag) => `<h2>${escape(tag)}</h2>\n${operations.filter(({ operation }) => operation.tags.includes(tag)).map(operationHtml).join("\n")}`).join("\n")}
<h2>Problems</h2>
<p>Every failure is <code>application/problem+json</code>; look at its <code>code</code>.</p>
<dl>${Object.entries(failures).map(([code, { status, title }]) => `<dt id="${code}"><code>${status} ${code}</code></dt><dd>${escape(title)}</dd>`).join("")}</dl>
</main>
</body>
</html>
`;
}

function operationHtml({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const needsBearer = operation.security.length > 0 && !operation.security.some((scheme) => Object.keys(scheme).length === 0);
  return `<article id="${operation.operationId}">
<h3><code>${method.toUpperCase()} ${escape(path)}</code></h3>
<p>${escape(operation.summary)}${needsBearer ? ". Needs a bearer token" : ""}.</p>
${operation.parameters.length ? `<dl>${operation.parameters.map(parameterHtml).join("")}</dl>` : ""}
${operation.requestBody ? schemaHtml("Body", operation.requestBody.content["application/json"].schema) : ""}
<dl>${Object.entries(operation.responses).map(([status, reply]) => `<dt><code>${status}</code></dt><dd>${prose(status.startsWith("2") ? "Success" : String(reply["description"]))}</dd>`).join("")}</dl>
${Object.entries(operation.responses).filter(([status]) => status.startsWith("2")).map(([, reply]) => (reply["content"] ? schemaHtml("What comes back", reply["content"]) : "")).join("")}
</article>`;
}

function parameterHtml(parameter: Record<string, unknown>): string {
  const { name, required, description, in: place } = parameter;
  return `<dt><code>${escape(String(name))}</code></dt><dd>${escape(String(place))}${required ? ", required" : ""}${description ? `: ${escape(String(description))}` : ""}</dd>`;
}

function schemaHtml(title: string, schema: unknown): string {
  return `<details><summary>${title}</summary><pre>${escape(JSON.stringify(schema, null, 2))}</pre></details>`;
}

/** What stands between backticks is code. */
const prose = (text: string): string => escape(text).replace(/`([^`]+)`/g, "<code>$1</code>");

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
