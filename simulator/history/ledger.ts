/** Everything the importer and the cleaner did that a reader of the result should know: each rule named, counted and shown. */
const rules = {
  'unreadable-cell': { what: 'a cell could not be read and counts as empty', effect: 'kept' },
  'duplicate-row': { what: 'an exact repeat of a row before', effect: 'dropped' },
  'no-arrival': { what: 'no time of arrival, nor a service to learn from', effect: 'dropped' },
  'stale-date': { what: 'a date before 1990 or after 2100', effect: 'dropped' },
  'outside-hours': { what: 'arrived outside the opening hours', effect: 'dropped' },
  'sentinel-time': { what: 'midnight where a later time was due stands for "none"', effect: 'kept, without that time' },
  'start-before-arrival': { what: 'service began before the arrival', effect: 'kept, without its wait' },
  'end-before-start': { what: 'service ended before it began', effect: 'kept, without its service time' },
  'negative-length': { what: 'a wait or service time below zero', effect: 'kept, without it' },
  'absurd-service': { what: 'a service longer than 8 hours', effect: 'kept, without its service time' },
  'absurd-wait': { what: 'a wait longer than 12 hours', effect: 'kept, without its wait' },
  'ghost-service': {
    what: 'a service of 0 s, or of at most 10 s where that is below a tenth of the median and these are 1 in 50 or more',
    effect: 'kept, without its service time',
  },
  'no-service-time': { what: 'served, but no service time is known', effect: 'kept as an arrival' },
  'clocks-disagree': {
    what: 'the wait given differs from start − arrival by more than 2 s; the clocks are trusted',
    effect: 'kept',
  },
} as const;
export type RuleId = keyof typeof rules;

export interface LedgerLine {
  readonly rule: RuleId;
  readonly what: string;
  readonly effect: string;
  readonly rows: number;
  readonly examples: readonly string[];
}

const shown = 3;

export class Ledger {
  private readonly counts = new Map<RuleId, { rows: number; examples: string[] }>();

  /** Writes down that a rule met a row; `example` is shown for the first few. */
  note(rule: RuleId, where: { readonly file: string; readonly line: number }, example: string): void {
    const entry = this.counts.get(rule) ?? { rows: 0, examples: [] };
    this.counts.set(rule, entry);
    entry.rows++;
    if (entry.examples.length < shown) entry.examples.push(`${where.file}:${where.line} ${example}`.slice(0, 120));
  }

  countOf(rule: RuleId): number {
    return this.counts.get(rule)?.rows ?? 0;
  }

  lines(): readonly LedgerLine[] {
    return [...this.counts].map(([rule, { rows, examples }]) => ({ rule, ...rules[rule], rows, examples }));
  }
}
