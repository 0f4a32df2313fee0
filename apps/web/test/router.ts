import { vi } from "vitest";

/** Where pages want to go. A test file puts it in the place of Next's own with `vi.mock("next/navigation", …)`. */
export const router = { push: vi.fn<(path: string) => void>(), replace: vi.fn<(path: string) => void>(), refresh: vi.fn<() => void>(), prefetch: vi.fn<(path: string) => void>() };
