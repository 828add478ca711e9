/**
 * Wall-clock times of a column. Everything is kept as "wall ms": the wall time read as if it were UTC, so that days and clock
 * times come out as people wrote them, whatever the zone; what is written with an offset is resolved by `zone-clock.ts`. A format is chosen for the whole column, never cell by cell.
 */
export interface InstantFormat {
  readonly id: string;
  /** Wall ms; for a clock without a date, ms after midnight. NaN: not this format. */
  read(text: string): number;
  /** Holds a date of its own. */
  readonly dated: boolean;
  /** Counts from an instant, not from a wall's midnight. */
  readonly utc?: true;
}

const clockPart = String.raw`(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2})(?:[.,](\d{1,3})\d*)?)?\s*秒?\s*(AM|PM|am|pm)?`;
const datePart = String.raw`(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?`;
const iso = new RegExp(`^${datePart}[T ]*${clockPart}\\s*(?:Z|[+-]\\d{2}:?\\d{2})?$`);
const isoDate = new RegExp(`^${datePart}$`);
const slashed = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[T ,]+${clockPart})?$`);
const clockOnly = new RegExp(`^${clockPart}$`);
const compact = /^(\d{4})(\d{2})(\d{2})[T ]?(\d{2})(\d{2})(\d{2})$/;
const compactDate = /^(\d{4})(\d{2})(\d{2})$/;

function clockMs(parts: readonly (string | undefined)[]): number {
  const [hours, minutes, seconds = '0', fraction = '0', half] = parts;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return Number.NaN;
    hour = (hour % 12) + (/p/i.test(half) ? 12 : 0);
  }
  if (hour > 24 || Number(minutes) > 59 || Number(seconds) > 60) return Number.NaN;
  return ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
}

function dateMs(year: number, month: number, day: number): number {
  const at = Date.UTC(year, month - 1, day);
  const back = new Date(at);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? at : Number.NaN;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const named = new RegExp(String.raw`^(\d{1,2})[- ]([A-Za-z]{3})[a-z]*[- ,]+(\d{4}|\d{2})(?:[T ,]+${clockPart})?$`);
const dotted = /^(\d{1,2})\.(\d{2})(?:\.(\d{2}))?$/;
const shortDate = /^(\d{2})(\d{2})(\d{2})$/;

const yearOf = (text: string): number => (text.length === 2 ? (Number(text) < 70 ? 2000 : 1900) + Number(text) : Number(text));

/** The date of a column of thousands of rows a day is read once a day. */
const isoDays = new Map<string, number>();

/** "2026-03-02T09:15:00", which most machines write, without a pattern; NaN: another form. */
function plainIso(text: string): number {
  if (text.length !== 19 || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return Number.NaN;
  const between = text.charCodeAt(10);
  if (between !== 84 && between !== 32) return Number.NaN;
  const date = text.slice(0, 10);
  let day = isoDays.get(date);
  if (day === undefined) {
    const m = isoDate.exec(date);
    day = m ? dateMs(+m[1]!, +m[2]!, +m[3]!) : Number.NaN;
    if (isoDays.size > 50_000) isoDays.clear();
    isoDays.set(date, day);
  }
  const two = (at: number): number => {
    const tens = text.charCodeAt(at) - 48;
    const ones = text.charCodeAt(at + 1) - 48;
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? Number.NaN : tens * 10 + ones;
  };
  const [hour, minute, second] = [two(11), two(14), two(17)];
  return hour > 24 || minute > 59 || second > 60 ? Number.NaN : day + ((hour * 60 + minute) * 60 + second) * 1000;
}

const dayFirst = (text: string, monthAt: 1 | 2): number => {
  const m = slashed.exec(text);
  if (!m) return Number.NaN;
  const date = dateMs(yearOf(m[3]!), Number(m[monthAt]), Number(m[monthAt === 1 ? 2 : 1]));
  return m[4] === undefined ? date : date + clockMs(m.slice(4, 9));
};

const instantFormats: readonly InstantFormat[] = [
  {
    id: 'y-m-d h:m:s',
    dated: true,
    read: (text) => {
      const plain = plainIso(text);
      if (!Number.isNaN(plain)) return plain;
      const m = iso.exec(text);
      return m ? dateMs(+m[1]!, +m[2]!, +m[3]!) + clockMs(m.slice(4, 9)) : Number.NaN;
    },
  },
  {
    id: 'y-m-d',
    dated: true,
    read: (text) => {
      const m = isoDate.exec(text);
      return m ? dateMs(+m[1]!, +m[2]!, +m[3]!) : Number.NaN;
    },
  },
  { id: 'd/m/y', dated: true, read: (text) => dayFirst(text, 2) },
  { id: 'm/d/y', dated: true, read: (text) => dayFirst(text, 1) },
  {
    id: 'd mon y',
    dated: true,
    read: (text) => {
      const m = named.exec(text);
      const month = m ? months.indexOf(m[2]!.toLowerCase()) : -1;
      if (!m || month < 0) return Number.NaN;
      const date = dateMs(yearOf(m[3]!), month + 1, +m[1]!);
      return m[4] === undefined ? date : date + clockMs(m.slice(4, 9));
    },
  },
  {
    id: 'yyyymmddhhmmss',
    dated: true,
    read: (text) => {
      const m = compact.exec(text);
      return m ? dateMs(+m[1]!, +m[2]!, +m[3]!) + clockMs(m.slice(4, 7)) : Number.NaN;
    },
  },
  {
    id: 'yyyymmdd',
    dated: true,
    read: (text) => {
      const m = compactDate.exec(text);
      return m ? dateMs(+m[1]!, +m[2]!, +m[3]!) : Number.NaN;
    },
  },
  {
    id: 'h:m:s',
    dated: false,
    read: (text) => {
      const m = clockOnly.exec(text);
      return m ? clockMs(m.slice(1, 6)) : Number.NaN;
    },
  },
  {
    id: 'yymmdd',
    dated: true,
    read: (text) => {
      const m = shortDate.exec(text);
      return m ? dateMs(yearOf(m[1]!), +m[2]!, +m[3]!) : Number.NaN;
    },
  },
  {
    id: 'h.m',
    dated: false,
    read: (text) => {
      const m = dotted.exec(text);
      return m ? clockMs([m[1], m[2], m[3], undefined, undefined]) : Number.NaN;
    },
  },
  {
    id: 'seconds since 1970',
    dated: true,
    utc: true,
    read: (text) => (/^\d{9,10}(\.\d+)?$/.test(text) ? Math.round(Number(text) * 1000) : Number.NaN),
  },
  { id: 'ms since 1970', dated: true, utc: true, read: (text) => (/^\d{12,13}$/.test(text) ? Number(text) : Number.NaN) },
];

/** The format that reads most of a column; of equals the first. Null when it reads less than half. */
export function instantFormatOf(texts: readonly string[]): InstantFormat | null {
  const readable = (format: InstantFormat): number =>
    texts.reduce((count, text) => count + (Number.isNaN(format.read(text)) ? 0 : 1), 0);
  const counted = instantFormats.map((format) => ({ format, count: readable(format) }));
  const best = counted.reduce((winner, one) => (one.count > winner.count ? one : winner));
  return best.count * 2 >= texts.length && best.count > 0 ? best.format : null;
}

/** A length of time: plain number in the unit, or h:m:s. Ms, NaN when neither. */
export function lengthMs(text: string, unit: 's' | 'min' | 'ms' | null): number {
  const perUnit = unit === 'min' ? 60_000 : unit === 'ms' ? 1 : 1000;
  const plain = Number(text.replace(',', '.'));
  if (text !== '' && !Number.isNaN(plain)) return unit === null ? Number.NaN : plain * perUnit;
  const m = /^(-?)(?:(\d+):)?(\d{1,2}):(\d{2})(?:\.\d+)?$/.exec(text);
  if (!m) return Number.NaN;
  const size = ((Number(m[2] ?? 0) * 60 + Number(m[3])) * 60 + Number(m[4])) * 1000;
  return m[1] === '-' ? -size : size;
}
