/** A truth value inside an array has to travel as text: the driver takes an array whose first member is a boolean for one boolean. */
export const asText = (value: boolean | null): string | null => (value === null ? null : String(value));
