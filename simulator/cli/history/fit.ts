import { Option } from 'commander';
import { fitHistory } from '../../history/fit/fit.ts';
import { readHistoryFiles } from '../../history/read/read-files.ts';
import { historyReport } from '../../history/report/history-report.ts';
import { wantingOf } from '../../history/wanting.ts';
import type { Language } from '../../report/words/words.ts';
import { refusing } from '../input-errors.ts';
import { jsonOption, wholeNumber } from '../option-values.ts';
import { progressLine } from '../progress.ts';
import { fileIn, writeJson } from '../read-file.ts';
import type { Verb } from '../verb.ts';
import { languageOption, reportMade, writeReport } from '../write-report.ts';
import { type HistoryFlags, historyOptions, importOptions } from './history-options.ts';
import { fitText } from './text/fit-text.ts';

interface FitFlags extends HistoryFlags {
  readonly output?: string;
  readonly counters?: number;
  readonly report?: string;
  readonly calendar?: string;
  readonly holidays?: 'cn';
  readonly lang: Language;
  readonly json: boolean;
}

/** `fit`: records → model. */
export const fitVerb: Verb = {
  name: 'fit',
  define(command) {
    historyOptions(command)
      .description("从网点自己的记录得到模型。 Turn a branch's own records into a model: import, clean, fit.")
      .argument('<history...>', 'CSV or TSV files, or a folder of them: one log of visits, or arrivals and service times apart')
      .option('-o, --output <model>', 'write the model here (a file, or a folder for model.json)')
      .addOption(wholeNumber('--counters <n>', 'counters the branch has', { min: 1, max: 200 }))
      .option('--calendar <file>', "special days, which are of no weekday's kind: a table with the columns date and name")
      .addOption(new Option('--holidays <country>', 'cn: the holidays of the Chinese mainland').choices(['cn']))
      .option('--report <file>', 'write a report here: one HTML file, charts and all')
      .addOption(languageOption())
      .addOption(jsonOption())
      .addHelpText(
        'after',
        '\n  tingtang fit examples/grill -o model.json\n  tingtang fit log.csv --columns arrival=取号时间,start=叫号时间,end=结束时间',
      )
      .action(async (history: string[], flags: FitFlags) => {
        const line = progressLine();
        const { counters } = flags;
        const fitted = await refusing(() =>
          fitHistory(readHistoryFiles(history), { ...importOptions(flags, line.bar), counters, special: flags }),
        ).finally(line.end);
        if (flags.report !== undefined)
          writeReport(
            flags.report,
            historyReport(fitted, null, { ...reportMade(flags.lang), commands: [`tingtang fit ${history.join(' ')}`] }),
          );
        if (flags.output !== undefined) writeJson(fileIn(flags.output, 'model.json'), fitted.file);
        process.stdout.write(
          flags.json
            ? `${JSON.stringify({ model: fitted.file, ...fitted.report, ...wantingOf(fitted) })}\n`
            : `${fitText(fitted, flags.output === undefined ? undefined : fileIn(flags.output, 'model.json'))}\n`,
        );
      });
  },
};
