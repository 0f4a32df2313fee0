import { describe, expect, it } from "vitest";
import { countryCodes, countrySchema } from "./countries";
import { timeZoneSchema } from "./time-zone";

describe("a country", () => {
  it("is one of the 249 codes of ISO 3166-1, each once and in upper case", () => {
    expect(new Set(countryCodes).size).toBe(249);
    for (const code of countryCodes) expect(code).toMatch(/^[A-Z]{2}$/);
    expect(countrySchema.parse("VN")).toBe("VN");
    for (const wrong of ["vn", "XX", "EU", "", "V", "VNM", "__proto__", 1]) expect(countrySchema.safeParse(wrong).success, String(wrong)).toBe(false);
  });
});

describe("a time zone", () => {
  it("is an IANA name, and no offset", () => {
    for (const name of ["Asia/Ho_Chi_Minh", "Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC", "Etc/GMT+7"]) expect(timeZoneSchema.parse(name)).toBe(name);
    for (const wrong of ["+07:00", "Mars/Olympus", "", "Asia/Ho Chi Minh", "'; drop table users", "x".repeat(65), 7]) expect(timeZoneSchema.safeParse(wrong).success, String(wrong)).toBe(false);
  });
});
