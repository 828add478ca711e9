/** Everything the importer and the cleaner did that a reader of the result should know: each rule named, counted and shown. */
export const rules = {
  'unreadable-cell': { what: 'a cell could not be read and counts as empty', effect: 'kept' },
  'duplicate-row': { what: 'an exact repeat of a row of the same day', effect: 'dropped' },
  'no-arrival': { what: 'no time of arrival, nor a service to learn from', effect: 'dropped' },
  'stale-date': { what: 'a date before 1990 or after 2100, or years away from nearly all other rows', effect: 'dropped' },
  'outside-hours': { what: 'arrived outside the opening hours', effect: 'dropped' },
  'sentinel-time': { what: 'midnight where a later time was due stands for "none"', effect: 'kept, without that time' },
  'start-before-arrival': { what: 'service began before the arrival', effect: 'kept, without its wait' },
  'end-before-start': { what: 'service ended before it began', effect: 'kept, without its service time' },
  'negative-length': { what: 'a wait or service time below zero', effect: 'kept, without it' },
  'absurd-service': { what: 'a service longer than 8 hours', effect: 'kept, without its service time' },
  'absurd-wait': { what: 'a wait longer than 12 hours', effect: 'kept, without its wait' },
  'ghost-service': {
    what: 'a service of 0 s, or of at most 10 s where that is below a tenth of the median and these are 1 in 50 or more',
    effect: 'kept, as a class of its own beside the service times',
  },
  'no-service-time': { what: 'served, but no service time is known', effect: 'kept as an arrival' },
  'clocks-disagree': {
    what: 'the wait given differs from start − arrival by more than 2 s; the clocks are trusted',
    effect: 'kept',
  },
  'overlapping-service': { what: 'a server began before they had ended the service before', effect: 'kept' },
  'past-midnight': { what: 'a service went on past midnight; it belongs to the business day of the arrival', effect: 'kept' },
  'unknown-server': { what: 'served by nobody who is named; pooled as further servers', effect: 'kept' },
  'no-show': { what: 'called and did not come', effect: 'kept, as a no-show' },
} as const;
export type RuleId = keyof typeof rules;
export const ruleIds = Object.keys(rules) as readonly RuleId[];

export interface LedgerLine {
  readonly rule: RuleId;
  readonly what: string;
  readonly effect: string;
  readonly rows: number;
  readonly examples: readonly string[];
}

/** Rules that people have set aside: `keep` leaves what a rule would take away, `drop` drops every row that it meets. */
export interface Choices {
  readonly keep: readonly RuleId[];
  readonly drop: readonly RuleId[];
}

const shown = 3;

export class Ledger {
  private readonly counts = new Map<RuleId, { rows: number; examples: string[] }>();
  readonly choices: Choices;

  constructor(choices: Choices = { keep: [], drop: [] }) {
    this.choices = choices;
  }

  /** Writes down that a rule met a row; `example` is shown for the first few. */
  note(rule: RuleId, where: { readonly file: string; readonly line: number }, example: () => string): void {
    const entry = this.counts.get(rule) ?? { rows: 0, examples: [] };
    this.counts.set(rule, entry);
    entry.rows++;
    if (entry.examples.length < shown) entry.examples.push(`${where.file}:${where.line} ${example()}`.slice(0, 160));
  }

  keeps(rule: RuleId): boolean {
    return this.choices.keep.includes(rule);
  }

  drops(rule: RuleId): boolean {
    return this.choices.drop.includes(rule);
  }

  lines(): readonly LedgerLine[] {
    return [...this.counts].map(([rule, { rows, examples }]) => ({
      rule,
      what: rules[rule].what,
      effect: this.drops(rule) ? 'dropped' : this.keeps(rule) ? 'kept as it is' : rules[rule].effect,
      rows,
      examples,
    }));
  }
}
