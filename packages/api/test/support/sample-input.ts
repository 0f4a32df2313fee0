import { randomUUID } from "node:crypto";
import { z } from "zod";

const jsonSchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  format: z.string().optional(),
  minimum: z.number().optional(),
});

const formats: Record<string, () => string> = { uuid: randomUUID, email: () => `${randomUUID()}@example.test`, "date-time": () => "2026-11-20T09:00:00Z" };

/** Something that a schema takes, or nearly: every field of it is there, also those that may be left out. */
export const sampleOf = (schema: z.ZodType): unknown => valueOf(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }));

function valueOf(given: unknown): unknown {
  const schema = jsonSchema.parse(given);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [one] = schema.anyOf ?? schema.oneOf ?? [];
  if (one !== undefined) return valueOf(one);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => valueOf(part)));
  switch (schema.type) {
    case "object":
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, part]) => [name, valueOf(part)]));
    case "array":
      return [valueOf(schema.items ?? {})];
    case "number":
    case "integer":
      return schema.minimum ?? 1;
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return formats[schema.format ?? ""]?.() ?? "a text that is long enough";
  }
}

export type Place = readonly (string | number)[];

/** Where in a value there are texts. */
export function textsIn(value: unknown, place: Place = []): Place[] {
  if (typeof value === "string") return [place];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, [...place, Array.isArray(value) ? Number(key) : key]));
}

/** The same with another text in one place. */
export function withText(value: unknown, [key, ...rest]: Place, text: string): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value)) return value.map((part: unknown, index) => (index === key ? withText(part, rest, text) : part));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, name === key ? withText(part, rest, text) : part]));
}
