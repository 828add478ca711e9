/** Points that are at least half a pixel from the one kept before, and the last: no eye sees the others, and a file of thousands is smaller. */
export function thinned<Point>(
  points: readonly Point[],
  x: (point: Point) => number,
  y: (point: Point) => number,
): readonly Point[] {
  let [lastX, lastY] = [Number.NaN, Number.NaN];
  return points.filter((point, at) => {
    const [hereX, hereY] = [x(point), y(point)];
    if (Math.abs(hereX - lastX) + Math.abs(hereY - lastY) < 0.5 && at < points.length - 1) return false;
    [lastX, lastY] = [hereX, hereY];
    return true;
  });
}
