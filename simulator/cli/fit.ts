import { Option } from 'commander';
import { type Meaning, meanings } from '../history/columns.ts';
import { type Fitted, fitHistory } from '../history/fit.ts';
import { readHistoryFiles } from '../history/read-files.ts';
import type { DistributionSpec } from '../workload/distributions/spec.ts';
import type { SurvivalSpec } from '../workload/distributions/survival.ts';
import { refusing } from './input-errors.ts';
import { jsonOption, wholeNumber } from './option-values.ts';
import { fileIn, writeJson } from './read-file.ts';
import { textTable } from './text-table.ts';
import { BadInput, type Verb } from './verb.ts';

interface FitFlags {
  readonly output?: string;
  readonly from?: string;
  readonly day?: string;
  readonly zone?: string;
  readonly counters?: number;
  readonly columns?: string;
  readonly json: boolean;
}

const matching =
  (name: string, pattern: RegExp, example: string) =>
  (text: string): string => {
    if (pattern.test(text)) return text;
    throw new BadInput(`--${name} "${text}": must be ${example}`);
  };

/** `fit`: records → model. */
export const fitVerb: Verb = {
  name: 'fit',
  define(command) {
    command
      .description("从网点自己的记录得到模型。 Turn a branch's own records into a model: import, clean, fit.")
      .argument('<history...>', 'CSV or TSV files, or a folder of them: one log of visits, or arrivals and service times apart')
      .option('-o, --output <model>', 'write the model here (a file, or a folder for model.json)')
      .addOption(
        new Option('--from <clock>', 'base of columns in seconds (arrival_s …); also the opening time').argParser(
          matching('from', /^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 07:30'),
        ),
      )
      .addOption(
        new Option('--day <date>', 'day of records that hold no date').argParser(
          matching('day', /^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-03-02'),
        ),
      )
      .option('--zone <iana>', 'time zone of the branch')
      .addOption(wholeNumber('--counters <n>', 'counters the branch has', { min: 1, max: 200 }))
      .option(
        '--columns <list>',
        `what columns mean, as meaning=HEADER[:unit] with commas; meanings: ${meanings.join(', ')}; units: s, min, ms`,
      )
      .addOption(jsonOption())
      .addHelpText(
        'after',
        '\n  tingtang fit examples/grill -o model.json\n  tingtang fit log.csv --columns arrival=取号时间,start=叫号时间,end=结束时间',
      )
      .action(async (history: string[], flags: FitFlags) => {
        const fitted = await refusing(() => fitHistory(readHistoryFiles(history), { ...flags, columns: columnsOf(flags.columns) }));
        if (flags.output !== undefined) writeJson(fileIn(flags.output, 'model.json'), fitted.file);
        process.stdout.write(
          flags.json ? `${JSON.stringify({ model: fitted.file, ...fitted.report })}\n` : `${tell(fitted, flags.output)}\n`,
        );
      });
  },
};

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

function tell({ model, report }: Fitted, output: string | undefined): string {
  const files = report.files.map(({ file, encoding, rows, columns, ignored, notes }) => {
    const understood = Object.entries(columns)
      .map(([meaning, header]) => `${meaning} = ${header}`)
      .join(', ');
    const rest = [ignored.length > 0 ? `not used: ${ignored.join(', ')}` : '', ...notes].filter((text) => text !== '').join('; ');
    return `${file}: ${rows} rows, ${encoding}; ${understood}${rest ? `; ${rest}` : ''}`;
  });
  const rules =
    report.rules.length === 0
      ? ['No rule met a row.']
      : report.rules.map(
          ({ rule, rows, what, effect, examples }) =>
            `${rule}: ${rows} rows, ${what} → ${effect}\n${examples.map((example) => `    ${example}`).join('\n')}`,
        );
  const fits = [
    ...model.work.map((entry) => ({ what: `work ${entry.service ?? 'of all'}`, ...entry })),
    ...model.patience.map((entry) => ({ what: 'patience', ...entry })),
  ];
  const table = textTable(
    ['参数 parameter', '分布 distribution', '记录 records', 'KS', 'limit', 'AIC'],
    fits.map(({ what, distribution, evidence }) => [
      what,
      distribution.family === 'none' ? 'none' : describeDistribution(distribution),
      String(evidence?.records ?? ''),
      evidence?.ks?.toFixed(3) ?? '–',
      evidence?.ksLimit?.toFixed(3) ?? '–',
      Object.entries(evidence?.aic ?? {})
        .map(([family, aic]) => `${family} ${aic.toFixed(0)}`)
        .join(', '),
    ]),
  );
  const doubts = [
    ...(model.arrivals[0]?.evidence?.doubts ?? []),
    ...fits.flatMap(({ what, evidence }) => (evidence?.doubts ?? []).map((doubt) => `${what}: ${doubt}`)),
  ];
  return [
    ...files,
    `${report.rows} rows read: ${report.kept} kept, ${report.dropped} dropped. ${report.arrivals} arrivals of ${report.days} ${report.days === 1 ? 'day' : 'days'}, ${report.serviceTimes} service times.`,
    '',
    ...rules,
    '',
    table,
    '',
    ...report.assumed.map((text) => `Assumed: ${text}.`),
    ...doubts.map((text) => `Doubt: ${text}.`),
    output === undefined
      ? 'Nothing was written; -o model.json keeps the model.'
      : `Model written to ${fileIn(output, 'model.json')}.`,
  ].join('\n');
}

function describeDistribution(spec: DistributionSpec | SurvivalSpec): string {
  if (spec.family === 'kaplan-meier') return `Kaplan-Meier, ${spec.atMs.length} times`;
  if (spec.family === 'empirical') return `empirical, ${spec.valuesMs.length} values`;
  if (spec.family === 'constant') return `constant ${(spec.ms / 1000).toFixed(1)} s`;
  const shape =
    'cv' in spec
      ? `, cv ${spec.cv.toFixed(2)}`
      : 'stages' in spec
        ? `, ${spec.stages} stages`
        : 'shape' in spec
          ? `, shape ${spec.shape.toFixed(2)}`
          : '';
  return `${spec.family}, mean ${(spec.meanMs / 1000).toFixed(1)} s${shape}`;
}
