/** Weekdays whose days are alike: what a profile of arrivals is for. */
export interface DayType {
  readonly id: string;
  /** 1 is Monday, 7 Sunday. */
  readonly weekdays: readonly number[];
  /** Business days of the history. */
  readonly days: readonly number[];
}

/** Monday is 1; day 0 (1 January 1970) was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

const names = ['', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Days of the week that differ by less than this, as logarithms, are one kind whatever the test says. */
const alike = 0.15;
/** Or by so many standard errors. */
const tellApart = 3;
/** How much days of one weekday differ, as a standard deviation of logarithms, where nothing is known. */
const usualSpread = 0.2;

interface Cluster {
  readonly weekdays: number[];
  readonly days: number[];
  readonly logs: number[];
}

/**
 * The kinds of day of a branch's own week: weekdays are put together while their daily totals cannot be told apart. It works on logarithms,
 * since busy days differ by more.
 */
export function dayTypesOf(totals: ReadonlyMap<number, number>): DayType[] {
  const clusters: Cluster[] = [];
  for (const [day, total] of totals) {
    if (total <= 0) continue;
    const weekday = weekdayOf(day);
    const known = clusters.find(({ weekdays }) => weekdays[0] === weekday);
    const cluster = known ?? { weekdays: [weekday], days: [], logs: [] };
    if (known === undefined) clusters.push(cluster);
    cluster.days.push(day);
    cluster.logs.push(Math.log(total));
  }
  const spread = spreadWithin(clusters);
  for (;;) {
    clusters.sort((a, b) => mean(a.logs) - mean(b.logs));
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at + 1 < clusters.length; at++) {
      const [one, other] = [clusters[at]!, clusters[at + 1]!];
      const gap = mean(other.logs) - mean(one.logs);
      const errors = gap / (spread * Math.sqrt(1 / one.logs.length + 1 / other.logs.length));
      if ((gap < alike || errors < tellApart) && gap < least) {
        least = gap;
        best = at;
      }
    }
    if (best < 0) break;
    const [one, other] = clusters.splice(best, 2) as [Cluster, Cluster];
    clusters.push({
      weekdays: [...one.weekdays, ...other.weekdays],
      days: [...one.days, ...other.days],
      logs: [...one.logs, ...other.logs],
    });
  }
  return clusters
    .map(({ weekdays, days }) => {
      const sorted = weekdays.sort((a, b) => a - b);
      return { id: clusters.length === 1 ? 'all-days' : nameOf(sorted), weekdays: sorted, days: days.sort((a, b) => a - b) };
    })
    .sort((a, b) => sumOf(b.days, totals) - sumOf(a.days, totals));
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const sumOf = (days: readonly number[], totals: ReadonlyMap<number, number>): number =>
  days.reduce((sum, day) => sum + totals.get(day)!, 0);

function spreadWithin(clusters: readonly Cluster[]): number {
  const free = clusters.reduce((sum, { logs }) => sum + logs.length - 1, 0);
  if (free < 2) return usualSpread;
  const squares = clusters.reduce((sum, { logs }) => sum + logs.reduce((own, log) => own + (log - mean(logs)) ** 2, 0), 0);
  return Math.max(Math.sqrt(squares / free), 0.05);
}

/** "sun-thu" for days in a row, else their names. */
function nameOf(weekdays: readonly number[]): string {
  const first = weekdays.find((day) => !weekdays.includes(day === 1 ? 7 : day - 1));
  const inRow = first !== undefined && weekdays.every((_, at) => weekdays.includes(((first - 1 + at) % 7) + 1));
  if (weekdays.length > 2 && inRow) return `${names[first]}-${names[((first + weekdays.length - 2) % 7) + 1]}`;
  return weekdays.map((day) => names[day]).join('-');
}
