const cells = 1024;
/** Cells at either end that are not read from the table: the shares in which a quantile may run off. */
const tail = cells / 32;

/**
 * A smooth quantile, read from a table between the shares 1/32 and 31/32 and computed outside. Interpolation is cubic, through the
 * four knots around the share (Lagrange), and right to 1e-6 (tested for every family), which halves the cost of drawing. The table
 * is made on the first draw: a fit that only asks for the distribution function never pays for it. `shape`: where a quantile starts as
 * u^(1/shape) and the shape is small, it is too steep for the table, and stays exact.
 */
export function tabulated(exact: (u: number) => number, shape = 1): (u: number) => number {
  if (shape < 0.5) return exact;
  let table: Float64Array | null = null;
  return (u) => {
    const place = u * cells;
    const at = place | 0;
    if (at < tail || at >= cells - tail) return exact(u);
    if (table === null) table = Float64Array.from({ length: cells }, (_, knot) => (knot === 0 ? Number.NaN : exact(knot / cells)));
    const t = place - at;
    const before = table[at - 1]!;
    const left = table[at]!;
    const right = table[at + 1]!;
    const after = table[at + 2]!;
    const cubic = (after - before) / 6 + (left - right) / 2;
    const square = (before + right) / 2 - left;
    const slope = right - before / 3 - left / 2 - after / 6;
    return ((cubic * t + square) * t + slope) * t + left;
  };
}
