/**
 * Moves marks apart on a line: each keeps `sizePx` for itself inside low..high, order is kept, and the sum of squared moves
 * is smallest (pooling of neighbours that would overlap). Null when they cannot all fit.
 */
export function spread(wanted: readonly number[], sizePx: number, low: number, high: number): readonly number[] | null {
  if (wanted.length * sizePx > high - low + 1e-9) return null;
  const order = Array.from(wanted.keys()).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  // In each block the marks touch; `start` is the middle of its first mark.
  const blocks: { sum: number; count: number; start: number }[] = [];
  const lowest = low + sizePx / 2;
  const settle = (block: { sum: number; count: number }): number =>
    Math.min(high - (block.count - 0.5) * sizePx, Math.max(lowest, block.sum / block.count));
  for (const at of order) {
    let block = { sum: wanted[at]!, count: 1, start: 0 };
    block.start = settle(block);
    for (let before = blocks.at(-1); before && before.start + before.count * sizePx > block.start; before = blocks.at(-1)) {
      blocks.pop();
      const { count } = before;
      block = { sum: before.sum + block.sum - block.count * count * sizePx, count: count + block.count, start: 0 };
      block.start = settle(block);
    }
    blocks.push(block);
  }
  const placed = new Array<number>(wanted.length);
  let next = 0;
  for (const { start, count } of blocks) for (let i = 0; i < count; i += 1) placed[order[next++]!] = start + i * sizePx;
  return placed;
}
