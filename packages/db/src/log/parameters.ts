/** Numbers, and ids: texts of letters, digits and hyphens. */
type Plain = number | string | null;

/**
 * An array as Postgres reads it, of values that need no quotes. The driver would put each into quotes, for Postgres to take them
 * off again, which is a third of a row's cost here. Free text has to go through the driver.
 */
export const plainArray = <Row>(rows: readonly Row[], valueOf: (row: Row) => Plain): string => `{${rows.map((row) => valueOf(row) ?? "null").join(",")}}`;

/**
 * JSON texts as one text, a line each, for `string_to_array`: none holds a line break. As elements of an array each of their quotes
 * would have to be escaped here and read back there.
 */
export const lines = <Row>(rows: readonly Row[], jsonOf: (row: Row) => string): string => rows.map(jsonOf).join("\n");

/**
 * Rows of a batch in the order of their keys, in which Postgres gets them: two workers that store the same ones wait for each other
 * and never both. Mostly they are in order already, and sorting them here is then much cheaper than an `order by`.
 */
export function inOrder<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const keyed = rows.map((row) => ({ key: keyOf(row), row }));
  keyed.sort((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)));
  return keyed.map(({ row }) => row);
}

/**
 * Values that most rows of a batch share, told once: the rows that are the first with theirs, and for each row the place of its own,
 * from 1 on, as Postgres counts. Rows with the same key have to agree in what is read of the first.
 */
export function shared<Row>(rows: readonly Row[], keyOf: (row: Row) => string): { firsts: Row[]; places: string } {
  const placeOf = new Map<string, number>();
  const firsts: Row[] = [];
  const places = rows.map((row) => {
    const key = keyOf(row);
    const known = placeOf.get(key);
    if (known !== undefined) return known;
    placeOf.set(key, firsts.push(row));
    return firsts.length;
  });
  return { firsts, places: plainArray(places, (place) => place) };
}
