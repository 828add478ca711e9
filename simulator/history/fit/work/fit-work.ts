import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { ModeKind } from '../../../lobby/branch/service.ts';
import type { ModelInput } from '../../../workload/model.ts';
import type { Visit } from '../../clean/visit.ts';
import type { LogNames } from '../namer.ts';
import { Reservoir } from '../reservoir.ts';
import { fewRecords, fitLengths } from './fit-lengths.ts';
import { levelAhead } from './level-ahead.ts';

/** Service times kept for one service; of more a fair sample. */
const mostKept = 100_000;
/** A segment's own work is kept apart where it differs from the rest by so many standard errors, and by a tenth. */
const segmentErrors = 4;
const segmentShare = 0.1;
const ghostValues = 20;

interface Kind {
  readonly lengths: Reservoir;
  readonly ghosts: Reservoir;
  readonly bySegment: Map<string, Reservoir>;
  readonly byMode: Map<ModeKind, Reservoir>;
}

/** Service times of a history by service, and those over at once. */
export class WorkRecords {
  readonly all: Kind = makeKind();
  readonly by = new Map<string, Kind>();
  private readonly logsByDay = new Map<number, { sum: number; count: number }>();

  add(visit: Visit, names: LogNames, day: number | null): void {
    const { workMs, ghostMs } = visit;
    if (workMs === null && ghostMs === null) return;
    const code = names.serviceCode(visit);
    let own = this.by.get(code);
    if (own === undefined) {
      own = makeKind();
      this.by.set(code, own);
    }
    if (ghostMs !== null) {
      this.all.ghosts.add(ghostMs);
      own.ghosts.add(ghostMs);
    }
    if (workMs === null) return;
    this.all.lengths.add(workMs);
    own.lengths.add(workMs);
    reservoirOf(own.bySegment, names.segmentCode(visit)).add(workMs);
    reservoirOf(own.byMode, visit.place ?? 'counter').add(workMs);
    if (day === null || workMs <= 0) return;
    const logs = this.logsByDay.get(day) ?? { sum: 0, count: 0 };
    logs.sum += Math.log(workMs);
    logs.count++;
    this.logsByDay.set(day, logs);
  }

  get meanMs(): number {
    const { values } = this.all.lengths;
    return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  }

  /** The level of work in the weeks to come over that of the records; null where the days are too few or not known. */
  get ahead(): { low: number; high: number } | null {
    const days = [...this.logsByDay].filter(([, { count }]) => count >= 10);
    const ahead = levelAhead(days.map(([day, { sum, count }]) => ({ day, level: sum / count })));
    return ahead && { low: Number(ahead.low.toFixed(4)), high: Number(ahead.high.toFixed(4)) };
  }

  get ghostShare(): number {
    return shareOf(this.all);
  }

  /** Change of the usual (geometric mean) service time a week; null where it may be chance. */
  drift(): { perWeek: number; low: number; high: number } | null {
    const days = [...this.logsByDay].filter(([, { count }]) => count >= 10).sort((a, b) => a[0] - b[0]);
    if (days.length < 10 || days.at(-1)![0] - days[0]![0] < 14) return null;
    const xs = days.map(([day]) => day / 7);
    const ys = days.map(([, { sum, count }]) => sum / count);
    const [mx, my] = [mean(xs), mean(ys)];
    const squares = xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
    const slope = xs.reduce((sum, x, at) => sum + (x - mx) * (ys[at]! - my), 0) / squares;
    const rest = xs.reduce((sum, x, at) => sum + (ys[at]! - my - slope * (x - mx)) ** 2, 0);
    const half = tQuantile(0.975, days.length - 2) * Math.sqrt(rest / (days.length - 2) / squares);
    return Math.abs(slope) > half ? { perWeek: slope, low: slope - half, high: slope + half } : null;
  }
}

function reservoirOf<Key>(by: Map<Key, Reservoir>, key: Key): Reservoir {
  let own = by.get(key);
  if (own === undefined) {
    own = new Reservoir(mostKept);
    by.set(key, own);
  }
  return own;
}

const makeKind = (): Kind => ({
  lengths: new Reservoir(mostKept),
  ghosts: new Reservoir(2000),
  bySegment: new Map(),
  byMode: new Map(),
});
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const shareOf = ({ ghosts, lengths }: Kind): number => ghosts.seen / Math.max(1, ghosts.seen + lengths.seen);

/** An entry for each service with enough records, before it those of places and segments that differ; at the end one for all. */
export function fitWork(records: WorkRecords, names: LogNames): NonNullable<ModelInput['work']> {
  const several = names.services.length > 1;
  const own = [...records.by].filter(([, kind]) => several && kind.lengths.values.length >= fewRecords);
  const kinds: readonly (readonly [string | null, Kind])[] =
    names.segments.length > 1 ? (several ? own : [[null, records.by.values().next().value!]]) : [];
  const pooled = [...records.by.keys()].filter((code) => several && !own.some(([known]) => known === code));
  const doubts = pooled.length > 0 ? [`pooled, for want of records: ${pooled.join(', ')}`.slice(0, 400)] : [];
  const all = entryOf(records.all);
  const { ahead } = records;
  const intervals = { ...all.evidence.intervals, ...(ahead === null ? {} : { levelAhead: ahead }) };
  const rest = { ...all, evidence: { ...all.evidence, intervals } };
  return [
    ...[...records.by].flatMap(([service, kind]) =>
      apart(kind.lengths.values, kind.byMode, fewRecords).map(([mode, lengths]) => ({
        service,
        mode,
        ...entryOf({ ...kind, lengths }),
      })),
    ),
    ...kinds.flatMap(([service, kind]) =>
      apart(kind.lengths.values, kind.bySegment, 4 * fewRecords).map(([segment, lengths]) => ({
        ...(service === null ? {} : { service }),
        segment,
        ...entryOf({ ...kind, lengths }),
      })),
    ),
    ...own.map(([service, kind]) => ({ service, ...entryOf(kind) })),
    doubts.length === 0
      ? rest
      : { ...rest, evidence: { ...rest.evidence, pooled: true, doubts: [...(rest.evidence.doubts ?? []), ...doubts] } },
  ];
}

function entryOf(kind: Kind) {
  const share = shareOf(kind);
  const short = [...kind.ghosts.values].sort((a, b) => a - b);
  return {
    ...fitLengths(kind.lengths.values, kind.lengths.seen),
    ...(short.length === 0
      ? {}
      : {
          short: {
            share: Number(Math.min(share, 0.9).toFixed(4)),
            distribution: {
              family: 'empirical' as const,
              valuesMs: Array.from(
                { length: Math.min(ghostValues, short.length) },
                (_, at, count = Math.min(ghostValues, short.length)) =>
                  Math.round(short[Math.floor(((at + 0.5) / count) * short.length)]!),
              ),
            },
          },
        }),
  };
}

/** Parts of a service whose mean differs from that of its others, beyond chance and by enough to matter. */
function apart<Key>(all: readonly number[], parts: ReadonlyMap<Key, Reservoir>, few: number): [Key, Reservoir][] {
  const meanAll = mean(all);
  const variance = all.reduce((sum, value) => sum + (value - meanAll) ** 2, 0) / all.length;
  return [...parts].filter(([, { values }]) => {
    const others = all.length - values.length;
    if (values.length < few || others < few) return false;
    const own = mean(values);
    const rest = (meanAll * all.length - own * values.length) / others;
    const errors = Math.abs(own - rest) / Math.sqrt(variance / values.length + variance / others);
    return errors > segmentErrors && Math.abs(own / rest - 1) > segmentShare;
  });
}
