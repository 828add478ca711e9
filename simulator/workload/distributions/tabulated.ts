export const cells = 1024;
/** Cells at either end that are not read from the table: the shares in which a quantile may run off. */
export const tail = cells / 32;

/**
 * A quantile, and the table from which it is read where it is smooth. The table is made on the first draw: a fit that only asks for the
 * distribution function never pays for it.
 */
export class Tabulated {
  readonly exact: (u: number) => number;
  declare readonly smooth: boolean;
  cubics: Float64Array | null = null;

  constructor(exact: (u: number) => number, smooth: boolean) {
    this.exact = exact;
    this.smooth = smooth;
  }
}

/** `shape`: where a quantile starts as u^(1/shape) and the shape is small, it is too steep for the table, and stays exact. */
export const tabulated = (exact: (u: number) => number, shape = 1): Tabulated => new Tabulated(exact, shape >= 0.5);

/**
 * The value at a share: between 1/32 and 31/32 from the table, by cubic interpolation through the four knots around it (Lagrange),
 * right to 1e-6 (tested for every family); outside it is computed. That halves the cost of drawing. It is a function of its own, not one
 * for each distribution, so that loops over many distributions inline it and nothing is allocated for its answer.
 */
export function valueAt(quantile: Tabulated, u: number): number {
  const place = u * cells;
  const at = place | 0;
  if (!quantile.smooth || at < tail || at >= cells - tail) return quantile.exact(u);
  const cubics = cubicsOf(quantile);
  const from = 4 * (at - tail);
  const t = place - at;
  return ((cubics[from]! * t + cubics[from + 1]!) * t + cubics[from + 2]!) * t + cubics[from + 3]!;
}

/** Any distribution, for drawing by `valueAt`. */
export const asTabulated = ({ quantile, table }: { quantile(u: number): number; readonly table?: Tabulated }): Tabulated =>
  table ?? new Tabulated(quantile, false);

/** Four coefficients a cell, from that of t³ to that of 1, for the cells between the tails. Made on the first draw. */
export const cubicsOf = (quantile: Tabulated): Float64Array => quantile.cubics ?? makeCubics(quantile);

function makeCubics(quantile: Tabulated): Float64Array {
  const knots = new Float64Array(cells).fill(Number.NaN);
  for (let knot = tail - 1; knot <= cells - tail + 1; knot++) knots[knot] = quantile.exact(knot / cells);
  const cubics = new Float64Array(4 * (cells - 2 * tail));
  for (let cell = tail, at = 0; cell < cells - tail; cell++, at += 4) {
    const before = knots[cell - 1]!;
    const left = knots[cell]!;
    const right = knots[cell + 1]!;
    const after = knots[cell + 2]!;
    cubics[at] = (after - before) / 6 + (left - right) / 2;
    cubics[at + 1] = (before + right) / 2 - left;
    cubics[at + 2] = right - before / 3 - left / 2 - after / 6;
    cubics[at + 3] = left;
  }
  quantile.cubics = cubics;
  return cubics;
}
