/** A whole number from 0 to below `limit`, evenly drawn. Chance is an argument, like time. */
export type RandomInt = (limit: number) => number;
