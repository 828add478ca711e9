/** Writes dp/dt at (t, p) to `out` and answers a rate whose integral is wanted beside it. */
export type Slope = (t: number, p: Float64Array, out: Float64Array) => number;

/**
 * The classical Runge-Kutta method of fourth order, in place: carries `p` from `from` to `to` in equal steps and answers the integral
 * of what the slope answers. The error is of the order of the fifth power of a step times the rates.
 */
export function rungeKutta(slope: Slope, p: Float64Array, from: number, to: number, steps: number): number {
  const h = (to - from) / steps;
  const k1 = new Float64Array(p.length);
  const k2 = new Float64Array(p.length);
  const k3 = new Float64Array(p.length);
  const k4 = new Float64Array(p.length);
  const between = new Float64Array(p.length);
  const moved = (by: Float64Array, part: number): Float64Array => {
    for (let i = 0; i < p.length; i++) between[i] = p[i]! + part * by[i]!;
    return between;
  };
  let sum = 0;
  for (let n = 0; n < steps; n++) {
    const t = from + n * h;
    const g1 = slope(t, p, k1);
    const g2 = slope(t + h / 2, moved(k1, h / 2), k2);
    const g3 = slope(t + h / 2, moved(k2, h / 2), k3);
    const g4 = slope(t + h, moved(k3, h), k4);
    for (let i = 0; i < p.length; i++) p[i]! += (h / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!);
    sum += (h / 6) * (g1 + 2 * g2 + 2 * g3 + g4);
  }
  return sum;
}
