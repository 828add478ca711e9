import gammainc from '@stdlib/math-base-special-gammainc';
import type { ArrivalProfile } from '../../../workload/model-shape.ts';
import type { Visit } from '../../clean/visit.ts';

/** Kinds of visit that a model can hold; rarer ones are counted with the arrivals, not told apart. */
const mostKinds = 256;
/** Fewer customers of a kind than this tell nothing of its hours. */
const fewOfKind = 20;
/** Lengths of the parts of a day that are tried, half hours. */
const partsTried = [1, 2, 4, 8];
/** Expected in a cell of the test at least so many, or the cell is left out. */
const leastExpected = 1;
const certain = 0.01;

/** A kind of visit: what is needed first, by whom, and what is needed after it. */
export interface VisitKind {
  readonly service: string;
  readonly segment: string;
  readonly further: readonly string[];
}

/** How what people come for changes through the day, for people. */
export interface MixSummary {
  /** Chi-square of kinds of visit by two hours: the probability of so much difference by chance. */
  readonly p: number;
  readonly chiSquare: number;
  readonly degrees: number;
  /** Length of the parts of the day that have shares of their own; null: the shares are the same all day. */
  readonly partMinutes: number | null;
}

/** Arrivals of a kind of day by kind of visit and half hour. */
export class KindCounts {
  private readonly by = new Map<string, { kind: VisitKind; counts: Uint32Array }>();
  private readonly steps: number;

  constructor(steps: number) {
    this.steps = steps;
  }

  add(kind: VisitKind, step: number): void {
    const key = [kind.service, kind.segment, ...kind.further].join(' ');
    let own = this.by.get(key);
    if (own === undefined) {
      own = { kind, counts: new Uint32Array(this.steps) };
      this.by.set(key, own);
    }
    own.counts[step]!++;
  }

  merge(other: KindCounts): void {
    for (const [key, { counts, kind }] of other.by) {
      const own = this.by.get(key) ?? { kind, counts: new Uint32Array(this.steps) };
      this.by.set(key, own);
      for (let step = 0; step < this.steps; step++) own.counts[step]! += counts[step]!;
    }
  }

  /** Shares of what is come for, by part of the day where they differ; where nobody came, something is named all the same. */
  fit(anyKind: VisitKind): { mix: ArrivalProfile['mix']; summary: MixSummary | null } {
    const kinds = [...this.by.values()]
      .map(({ counts, kind }) => ({ kind, counts, total: counts.reduce((sum, count) => sum + count, 0) }))
      .sort((a, b) => b.total - a.total || (keyOf(a.kind) < keyOf(b.kind) ? -1 : 1))
      .slice(0, mostKinds);
    if (kinds.length === 0) return { mix: [entryOf(anyKind, 1)], summary: null };
    const all = kinds.reduce((sum, { total }) => sum + total, 0);
    const often = kinds.filter(({ total }) => total >= fewOfKind);
    const constant = kinds.map(({ kind, total }) => entryOf(kind, total / all));
    if (often.length < 2 || this.steps < 2) return { mix: constant, summary: null };
    const test = chiSquareOf(often.map(({ counts }) => partsOf(counts, 4)));
    const own = bestParts(often.map(({ counts }) => counts));
    if (test.p >= certain || own === null) return { mix: constant, summary: { ...test, partMinutes: null } };
    // Rare kinds keep their share of each part.
    const rare = kinds.slice(often.length).reduce((sum, { total }) => sum + total, 0) / all;
    const parts = often.map(({ counts }) => partsOf(counts, own));
    const sums = parts[0]!.map((_, part) => parts.reduce((sum, counts) => sum + counts[part]!, 0));
    const shareIn = (at: number, part: number): number => {
      const usual = often[at]!.total / (all * (1 - rare));
      // One customer of the whole day's mix beside those seen: a part in which nobody came is as the day.
      return ((1 - rare) * (parts[at]![part]! + usual)) / (sums[part]! + 1);
    };
    const mix = kinds.map(({ kind, total }, at) =>
      at < often.length
        ? entryOf(
            kind,
            Array.from({ length: this.steps }, (_, step) => shareIn(at, Math.floor(step / own))),
          )
        : entryOf(kind, total / all),
    );
    return { mix, summary: { ...test, partMinutes: 30 * own } };
  }
}

const keyOf = ({ further, segment, service }: VisitKind): string => [service, segment, ...further].join(' ');
const entryOf = ({ further, segment, service }: VisitKind, share: number | number[]) => ({
  service,
  segment,
  share,
  ...(further.length === 0 ? {} : { further: [...further] }),
});

function partsOf(counts: Uint32Array, size: number): number[] {
  const parts = new Array<number>(Math.ceil(counts.length / size)).fill(0);
  for (const [step, count] of counts.entries()) parts[Math.floor(step / size)]! += count;
  return parts;
}

/** Of independence of rows and columns. */
function chiSquareOf(rows: readonly (readonly number[])[]): { chiSquare: number; degrees: number; p: number } {
  const rowSums = rows.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnSums = rows[0]!.map((_, at) => rows.reduce((sum, row) => sum + row[at]!, 0));
  const all = rowSums.reduce((sum, count) => sum + count, 0);
  const used = columnSums.filter((sum) => sum > 0).length;
  let chiSquare = 0;
  let cells = 0;
  for (const [r, row] of rows.entries())
    for (const [c, count] of row.entries()) {
      const expected = (rowSums[r]! * columnSums[c]!) / all;
      if (expected < leastExpected) continue;
      chiSquare += (count - expected) ** 2 / expected;
      cells++;
    }
  const degrees = Math.max(1, Math.min((rows.length - 1) * (used - 1), cells - 1));
  return { chiSquare, degrees, p: gammainc(chiSquare / 2, degrees / 2, true, true) };
}

/** The length of parts with the best BIC (Schwarz 1978), half hours; null: one mix for the whole day is best. */
function bestParts(rows: readonly Uint32Array[]): number | null {
  const all = rows.reduce((sum, row) => sum + row.reduce((own, count) => own + count, 0), 0);
  const bic = (size: number): number => {
    const parts = rows.map((row) => partsOf(row, size));
    let log = 0;
    let used = 0;
    for (let part = 0; part < parts[0]!.length; part++) {
      const sum = parts.reduce((own, counts) => own + counts[part]!, 0);
      if (sum === 0) continue;
      used++;
      for (const counts of parts) if (counts[part]! > 0) log += counts[part]! * Math.log(counts[part]! / sum);
    }
    return -2 * log + used * (rows.length - 1) * Math.log(all);
  };
  let best: { size: number | null; bic: number } = { size: null, bic: bic(rows[0]!.length) };
  for (const size of partsTried) {
    const own = bic(size);
    if (own < best.bic) best = { size, bic: own };
  }
  return best.size;
}

/** What a visit is: its first need, and those that came after it without a transfer. */
export function kindsOfVisits(
  visits: readonly Visit[],
  codesOf: (visit: Visit) => { readonly service: string; readonly segment: string },
): (visit: Visit) => VisitKind {
  const further = new Map<Visit, string[]>();
  for (const visit of visits) {
    if (visit.after === null || visit.after.sentOn !== null) continue;
    let first = visit.after;
    while (first.after !== null) first = first.after;
    const own = further.get(first) ?? [];
    further.set(first, own);
    if (own.length < 4) own.push(codesOf(visit).service);
  }
  return (visit) => ({ ...codesOf(visit), further: further.get(visit) ?? [] });
}
