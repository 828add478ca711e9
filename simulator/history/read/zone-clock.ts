import { dayClock } from '../../lobby/day-clock.ts';
import { dayMs, hourMs } from '../../workload/clock.ts';
import type { InstantFormat } from './instants.ts';

/** Instants as the clock on a branch's wall shows them, as wall ms; the offset is looked up once an hour. */
export function wallClock(zone: string): (atMs: number) => number {
  const offsets = new Map<number, number>();
  return (atMs) => {
    const hour = Math.floor(atMs / hourMs);
    let offset = offsets.get(hour);
    if (offset === undefined) {
      const shown = dayClock(zone, hour * hourMs)(hour * hourMs);
      const utc = (((hour * hourMs) % dayMs) + dayMs) % dayMs;
      offset = ((shown - utc + 36 * hourMs) % dayMs) - 12 * hourMs;
      offsets.set(hour, offset);
    }
    return atMs + offset;
  };
}

const written = /(?:Z|([+-])(\d{2}):?(\d{2}))$/;
/** What a time says of its own distance from UTC, ms; null: nothing. */
function offsetOf(text: string): number | null {
  const m = written.exec(text);
  if (m === null || !text.includes(':')) return null;
  return m[1] === undefined ? 0 : (m[1] === '-' ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3])) * 60_000;
}

/** Times of a form, resolved in the branch's own zone where they say how far from UTC they are; `told` says so, null where none does. */
export function zonedReader(
  format: InstantFormat,
  texts: readonly string[],
  zone: string,
): Pick<InstantFormat, 'read'> & { readonly told: string | null } {
  const wall = wallClock(zone);
  if (format.utc)
    return {
      read: (text) => wall(format.read(text)),
      told: `${format.id} are read on the clock of the branch's zone, ${zone}`,
    };
  const example = texts.find((text) => offsetOf(text) !== null);
  if (example === undefined) return { read: format.read, told: null };
  return {
    read: (text) => {
      const offset = offsetOf(text);
      const ms = format.read(text);
      return offset === null || Number.isNaN(ms) ? ms : wall(ms - offset);
    },
    told: `times are written with their distance from UTC (${example}); they are read on the clock of the branch's zone, ${zone}`,
  };
}
