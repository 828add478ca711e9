import { Option } from 'commander';
import { importHistory } from '../../history/clean/history-log.ts';
import { specialDays } from '../../history/fit/demand/special-days.ts';
import { type Forecast, forecast } from '../../history/forecast/forecast.ts';
import { readHistoryFiles } from '../../history/read/read-files.ts';
import { clockOfMs } from '../../workload/clock.ts';
import { refusing } from '../input-errors.ts';
import { jsonOption, wholeNumber } from '../option-values.ts';
import { progressLine } from '../progress.ts';
import { textTable } from '../text-table.ts';
import type { Verb } from '../verb.ts';
import { type HistoryFlags, historyOptions, importOptions } from './history-options.ts';
import { both } from './text/both.ts';

interface ForecastFlags extends HistoryFlags {
  readonly days: number;
  readonly calendar?: string;
  readonly holidays?: 'cn';
  readonly json: boolean;
}

/** `forecast`: arrivals of coming days. */
export const forecastVerb: Verb = {
  name: 'forecast',
  define(command) {
    historyOptions(
      command
        .description(
          '预测未来几天每半小时的到达。 Arrivals of coming days by half hour, with limits, and how such forecasts turned out before.',
        )
        .argument('<history...>', 'the records: files, or a folder of them')
        .addOption(wholeNumber('--days <n>', 'days to forecast', { min: 1, max: 60, default: 7 }))
        .option('--calendar <file>', 'special days, past and coming: a table with the columns date and name')
        .addOption(new Option('--holidays <country>', 'cn: the holidays of the Chinese mainland').choices(['cn']))
        .addOption(jsonOption()),
    ).action(async (paths: string[], flags: ForecastFlags) => {
      const line = progressLine();
      const answer = await refusing(() => {
        const log = importHistory(readHistoryFiles(paths), importOptions(flags, line.bar));
        const last = log.days.at(-1) ?? 0;
        const special = specialDays(flags, [...log.days, ...Array.from({ length: flags.days * 7 }, (_, n) => last + 1 + n)]);
        return forecast(log, flags.days, special);
      }).finally(line.end);
      process.stdout.write(flags.json ? `${JSON.stringify(answer)}\n` : `${tell(answer)}\n`);
    });
  },
};

function tell({ days, score }: Forecast): string {
  const count = (value: number): string => value.toFixed(0);
  const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
  const first = days[0]!;
  return [
    textTable(
      ['日 day', '预计 expected', '80 %', '95 %', '特殊日 special'],
      days.map(({ date, expected, low80, high80, low95, high95, special }) => [
        date,
        count(expected),
        `${low80}–${high80}`,
        `${low95}–${high95}`,
        special ?? '',
      ]),
    ),
    '',
    textTable(
      [first.date, '预计 expected', '80 %', '95 %'],
      first.halfHours.map(({ fromMs, expected, low80, high80, low95, high95 }) => [
        clockOfMs(fromMs),
        expected.toFixed(1),
        `${low80}–${high80}`,
        `${low95}–${high95}`,
      ]),
    ),
    '',
    score === null
      ? both(
          '记录太短，说不出这样的预测以往准不准：要五周以上。',
          'The history is too short to say how such forecasts would have turned out: five weeks or more would tell.',
        )
      : both(
          `回看 ${score.days} 天：误差是“照上周同日”的 ${score.mase.toFixed(2)} 倍（半小时 ${score.maseHalfHours.toFixed(2)}）；落在 80 % 限内 ${percent(score.coverage80)}（半小时 ${percent(score.coverage80HalfHours)}），95 % 限内 ${percent(score.coverage95)}（${percent(score.coverage95HalfHours)}）。`,
          `Looking back over ${score.days} days: error ${score.mase.toFixed(2)} of that of "as a week ago" (half hours ${score.maseHalfHours.toFixed(2)}); within the 80 % limits ${percent(score.coverage80)} (half hours ${percent(score.coverage80HalfHours)}), within the 95 % limits ${percent(score.coverage95)} (${percent(score.coverage95HalfHours)}).`,
        ),
  ].join('\n');
}
