const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const kept = formats.get(zone);
  if (kept !== undefined) return kept;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

/** The wall clock of a zone at an instant, written as if it were UTC: one number to compare and add to. */
export function wallAt(zone: string, instantMs: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instantMs)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (instantMs % 1000);
}

/**
 * The instant at which a zone's wall clock shows `wallMs`. A time that a clock change skips becomes the instant that
 * much later; of a time that comes twice, the first.
 */
export function instantOf(zone: string, wallMs: number): number {
  const before = wallAt(zone, wallMs - dayMs) - (wallMs - dayMs);
  const after = wallAt(zone, wallMs + dayMs) - (wallMs + dayMs);
  const found = [wallMs - before, wallMs - after].filter((instant) => wallAt(zone, instant) === wallMs);
  return found.length > 0 ? Math.min(...found) : wallMs - before;
}
