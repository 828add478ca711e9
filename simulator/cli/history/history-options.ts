import { type Command, Option } from 'commander';
import { z } from 'zod';
import type { ImportOptions } from '../../history/clean/history-log.ts';
import { type RuleId, ruleIds } from '../../history/clean/ledger.ts';
import type { Progress } from '../../history/progress.ts';
import { type Meaning, meanings } from '../../history/read/column-names.ts';
import { isZone, zoneWanted } from '../../lobby/branch/zone.ts';
import { BadInput } from '../verb.ts';

/** How a history is to be read: what `fit`, `backtest` and `forecast` ask alike. */
export interface HistoryFlags {
  readonly from?: string;
  readonly day?: string;
  readonly zone?: string;
  readonly columns?: string;
  readonly keep?: string;
  readonly drop?: string;
}

const which =
  (name: string, fits: (text: string) => boolean, example: string) =>
  (text: string): string => {
    if (fits(text)) return text;
    throw new BadInput(`--${name} "${text}": must be ${example}`);
  };

const zoneOption = (): Option =>
  new Option('--zone <iana>', 'time zone of the branch; times written with Z or an offset are read on its clock').argParser(
    which('zone', isZone, zoneWanted),
  );

export const historyOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--from <clock>', 'base of columns in seconds (arrival_s …); also the opening time').argParser(
        which('from', (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), 'a time of day such as 07:30'),
      ),
    )
    .addOption(
      new Option('--day <date>', 'day of records that hold no date').argParser(
        which('day', (text) => z.iso.date().safeParse(text).success, 'a date such as 2026-03-02'),
      ),
    )
    .addOption(zoneOption())
    .option(
      '--columns <list>',
      `what columns mean, as meaning=HEADER[:unit] with commas; meanings: ${meanings.join(', ')}; units: s, min, ms`,
    )
    .option('--keep <rules>', 'rules of cleaning that take nothing away, with commas; what they meet is still counted')
    .option('--drop <rules>', 'rules of cleaning that drop every row they meet, with commas');

export function importOptions(flags: HistoryFlags, progress: Progress): ImportOptions {
  return {
    from: flags.from,
    day: flags.day,
    zone: flags.zone,
    columns: columnsOf(flags.columns),
    choices: { keep: rulesOf('keep', flags.keep), drop: rulesOf('drop', flags.drop) },
    progress,
  };
}

function rulesOf(name: string, text: string | undefined): RuleId[] {
  if (text === undefined) return [];
  return text.split(',').map((rule) => {
    if (!ruleIds.includes(rule as RuleId)) throw new BadInput(`--${name} "${rule}": no such rule; allowed: ${ruleIds.join(', ')}`);
    return rule as RuleId;
  });
}

function columnsOf(text: string | undefined): Partial<Record<Meaning, string>> {
  if (text === undefined) return {};
  return Object.fromEntries(
    text.split(',').map((part) => {
      const [meaning, header] = part.split('=');
      if (!meanings.includes(meaning as Meaning) || !header) {
        throw new BadInput(`--columns "${part}": must be meaning=HEADER; meanings: ${meanings.join(', ')}`);
      }
      return [meaning, header];
    }),
  );
}
