import { type Command, Option } from 'commander';
import { type Precision, parsePrecision, precisionForm } from '../../study/precision.ts';
import { jsonOption, seedOption, wholeNumber } from '../option-values.ts';
import { BadInput } from '../verb.ts';

/** What every verb that runs days can be told. */
export interface StudyFlags {
  readonly days?: number;
  readonly seed: number;
  readonly dayType?: string;
  readonly until?: Precision;
  readonly workers?: number;
  readonly timeLimit?: number;
  readonly json: boolean;
}

const usualDays = 1000;
/** The most days that `--until` runs, unless told otherwise. */
const mostDays = 100_000;

export function addStudyOptions(command: Command): Command {
  return command
    .addOption(
      wholeNumber('--days <n>', `days to run (${usualDays} unless told otherwise); with --until, the most (${mostDays})`, {
        min: 1,
        max: 10_000_000,
      }),
    )
    .addOption(seedOption())
    .addOption(
      new Option(
        '--until <precision>',
        `run until the half-width of the 95 % interval of a KPI is met: ${precisionForm}`,
      ).argParser((text) => {
        const precision = parsePrecision(text);
        if (typeof precision === 'string') throw new BadInput(`--until "${text}": ${precision}`);
        return precision;
      }),
    )
    .option('--day-type <id>', 'profile of arrivals; the first when absent')
    .addOption(wholeNumber('--workers <n>', 'threads; as many as there are processors when absent', { min: 1, max: 256 }))
    .addOption(
      wholeNumber('--time-limit <seconds>', 'stop after so long and keep the days that are finished', { min: 1, max: 1_000_000 }),
    )
    .addOption(jsonOption());
}

export const daysAsked = ({ days, until }: Pick<StudyFlags, 'days' | 'until'>): number =>
  days ?? (until === undefined ? usualDays : mostDays);
