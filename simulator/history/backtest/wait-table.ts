/** Waits of some customers: sums that say mean, share waiting and share leaving. */
export interface WaitCell {
  customers: number;
  served: number;
  /** Of the served. */
  waitMs: number;
  waited: number;
  left: number;
}

export const emptyCell = (): WaitCell => ({ customers: 0, served: 0, waitMs: 0, waited: 0, left: 0 });

export function mergeCell(into: WaitCell, cell: WaitCell): void {
  for (const key of ['customers', 'served', 'waitMs', 'waited', 'left'] as const) into[key] += cell[key];
}

/** Waits by something: half hour, service, day. */
export class WaitTable {
  readonly cells = new Map<string, WaitCell>();

  add(key: string, waitMs: number | null, fate: 'served' | 'left' | 'other'): void {
    let cell = this.cells.get(key);
    if (cell === undefined) {
      cell = emptyCell();
      this.cells.set(key, cell);
    }
    cell.customers++;
    if (fate === 'left') cell.left++;
    if (fate !== 'served' || waitMs === null) return;
    cell.served++;
    cell.waitMs += waitMs;
    if (waitMs > 0) cell.waited++;
  }
}

export const cellMean = (cell: WaitCell | undefined): number | null =>
  cell === undefined || cell.served === 0 ? null : cell.waitMs / cell.served;

/** Spearman's rank correlation, equal values sharing their ranks; null for fewer than three pairs or no spread. */
export function rankCorrelation(pairs: readonly (readonly [number, number])[]): number | null {
  if (pairs.length < 3) return null;
  const [xs, ys] = [ranks(pairs.map(([x]) => x)), ranks(pairs.map(([, y]) => y))];
  const middle = (pairs.length + 1) / 2;
  let both = 0;
  let [ownX, ownY] = [0, 0];
  for (let at = 0; at < xs.length; at++) {
    both += (xs[at]! - middle) * (ys[at]! - middle);
    ownX += (xs[at]! - middle) ** 2;
    ownY += (ys[at]! - middle) ** 2;
  }
  return ownX === 0 || ownY === 0 ? null : both / Math.sqrt(ownX * ownY);
}

function ranks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1);
}
