/** The place between `low` and `high` where `f`, which falls, passes `value`; to the last digits of a double. */
export function whereFalls(f: (x: number) => number, value: number, low: number, high: number): number {
  let from = low;
  let to = high;
  for (let round = 0; round < 200; round++) {
    const middle = (from + to) / 2;
    if (f(middle) > value) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
