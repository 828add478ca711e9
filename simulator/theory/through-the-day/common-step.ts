/** The largest step of which all of these are multiples, to a billionth; 0 if all are 0. (Euclid, on real numbers.) */
export const commonStep = (values: readonly number[]): number => values.reduce((step, value) => divisor(step, Math.abs(value)), 0);

const blur = 1e-9;

function divisor(left: number, right: number): number {
  if (right < blur) return left;
  const rest = left % right;
  return divisor(right, rest > right - blur ? 0 : rest);
}
