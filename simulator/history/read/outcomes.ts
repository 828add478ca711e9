import type { Columns } from './columns.ts';
import { cellOf, type Row, type Table } from './read-table.ts';

/** `left-unseen`: gone when they were called; nobody knows since when. `transferred`, `device-failed`: served, and sent on. */
export type HistoryOutcome = 'served' | 'abandoned' | 'left-unseen' | 'no-show' | 'transferred' | 'device-failed';

const outcomes: readonly (readonly [RegExp, HistoryOutcome])[] = [
  [/transfer|referred|转办|转移|转接|转号|转窗/i, 'transferred'],
  [/device.?fail|设备故障|设备失败|自助失败/i, 'device-failed'],
  [/no.?show|过号|未到|爽约/i, 'no-show'],
  [/aband|left|reneg|hang|walk.?out|弃号|放弃|离开|取消|cancel/i, 'abandoned'],
  [/serv|done|complete|finish|agent|ok|办结|完成|已办|正常|成功/i, 'served'],
];

/** What became of a customer: as the file says, else by whether there is a service. */
export function outcomeReader(table: Table, columns: Columns, assumed: string[]): (row: Row) => HistoryOutcome | null {
  const column = columns.outcome;
  if (column !== undefined) {
    const known = new Map<string, HistoryOutcome | null>();
    return (row) => {
      const text = cellOf(row, column.at);
      if (text === null) return null;
      let outcome = known.get(text);
      if (outcome === undefined) {
        outcome = outcomes.find(([pattern]) => pattern.test(text))?.[1] ?? null;
        known.set(text, outcome);
      }
      return outcome;
    };
  }
  if (columns.arrival === undefined || columns.start === undefined) return () => null;
  const start = columns.start.at;
  const end = columns.end?.at;
  const unserved = (row: Row): boolean => cellOf(row, start) === null && cellOf(row, end) === null;
  if (!table.rows.some(unserved)) return () => null;
  assumed.push('who has no start of service took a ticket and did not come when called: the file does not say when they left');
  return (row) => (unserved(row) ? 'no-show' : null);
}
