/** JSON with sorted keys: equal for equal values, however they were written. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) => (isPlain(item) ? sorted(item) : item)) ?? '';

const isPlain = (item: unknown): item is Record<string, unknown> =>
  typeof item === 'object' && item !== null && !Array.isArray(item);

const sorted = (item: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1)));

/** Nesting beyond which a body is no command of ours; without a bound it could exhaust the stack of whoever walks it. */
const deepest = 32;

export function tooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return false;
}
