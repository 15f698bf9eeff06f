/** Draws of a seeded generator that is written in SQL, from the column "key" of a row. */

/** Between 0 and 1, the same each time: `way` tells draws of one row apart. */
export const lot = (way: number | string, key = "key"): string =>
  `((hashint8extended(${key}, ${way}) & 1048575) / 1048576.0)`;

export const among = (way: number, values: readonly string[]): string =>
  `(array['${values.join("','")}'])[1 + floor(${lot(way)} * ${values.length})::int]`;
