import { z } from "zod";

/** What every list takes, as it stands in a URL. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number("“limit” is a number.").int("“limit” is a whole number.").min(1, "“limit” is at least 1.").max(100, "“limit” is at most 100.").optional(),
  cursor: z.string().optional(),
});
