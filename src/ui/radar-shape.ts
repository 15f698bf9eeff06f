/** Geometry of a radar: where each axis points, and the outline of values on them. Pure. */

export type Spot = { readonly x: number; readonly y: number };

const rounded = (value: number): number => Number(value.toFixed(2));

/** The point of an axis at a share of the radius: the first axis points up, the others follow clockwise. */
export function spotOn(axis: number, axes: number, share: number, centre: Spot, radius: number): Spot {
  const angle = (2 * Math.PI * axis) / axes - Math.PI / 2;
  return {
    x: rounded(centre.x + Math.cos(angle) * radius * share),
    y: rounded(centre.y + Math.sin(angle) * radius * share),
  };
}

/** The points of the values there are; an axis without a value has none. */
export function spotsOf(values: readonly (number | null)[], most: number, centre: Spot, radius: number): Spot[] {
  return values.flatMap((value, axis) =>
    value === null ? [] : [spotOn(axis, values.length, Math.min(value, most) / most, centre, radius)],
  );
}

export const outline = (spots: readonly Spot[]): string => spots.map(({ x, y }) => `${x},${y}`).join(" ");

/** Where the words of an axis start from, so that they stay out of the drawing. */
export function anchorOf(axis: number, axes: number): "start" | "middle" | "end" {
  const side = Math.cos((2 * Math.PI * axis) / axes - Math.PI / 2);
  return side > 0.1 ? "start" : side < -0.1 ? "end" : "middle";
}
