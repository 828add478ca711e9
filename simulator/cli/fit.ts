import { Option } from 'commander';
import { type Fitted, fitHistory } from '../history/fit/fit.ts';
import { readHistoryFiles } from '../history/read/read-files.ts';
import { historyReport } from '../history/report/history-report.ts';
import { wantingOf } from '../history/wanting.ts';
import type { Language } from '../report/words/words.ts';
import type { DistributionSpec } from '../workload/distributions/spec.ts';
import type { SurvivalSpec } from '../workload/distributions/survival.ts';
import { type HistoryFlags, historyOptions, importOptions } from './history-options.ts';
import { refusing } from './input-errors.ts';
import { jsonOption, wholeNumber } from './option-values.ts';
import { progressLine } from './progress.ts';
import { fileIn, writeJson } from './read-file.ts';
import { textTable } from './text-table.ts';
import type { Verb } from './verb.ts';
import { languageOption, reportMade, writeReport } from './write-report.ts';

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
          fitHistory(readHistoryFiles(history), { ...importOptions(flags, line.say), counters, special: flags }),
        );
        line.end();
        if (flags.report !== undefined)
          writeReport(
            flags.report,
            historyReport(fitted, null, { ...reportMade(flags.lang), commands: [`tingtang fit ${history.join(' ')}`] }),
          );
        if (flags.output !== undefined) writeJson(fileIn(flags.output, 'model.json'), fitted.file);
        process.stdout.write(
          flags.json
            ? `${JSON.stringify({ model: fitted.file, ...fitted.report, ...wantingOf(fitted) })}\n`
            : `${tell(fitted, flags.output)}\n`,
        );
      });
  },
};

function tell(fitted: Fitted, output: string | undefined): string {
  const { model, report } = fitted;
  const { missing, possible } = wantingOf(fitted);
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
    ...model.work.map((entry) => ({
      what: ['work', entry.service ?? 'of all', entry.segment, entry.mode].filter((part) => part !== undefined).join(' '),
      ...entry,
    })),
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
    ...model.arrivals.flatMap(({ id, evidence }) => (evidence?.doubts ?? []).map((doubt) => `arrivals ${id}: ${doubt}`)),
    ...fits.flatMap(({ what, evidence }) => (evidence?.doubts ?? []).map((doubt) => `${what}: ${doubt}`)),
  ];
  return [
    ...files,
    `${report.rows} rows read: ${report.kept} kept, ${report.dropped} dropped. ${report.arrivals} arrivals of ${report.days} ${report.days === 1 ? 'day' : 'days'}, ${report.serviceTimes} service times.`,
    '',
    ...rules,
    '',
    arrivalsTable(report.found.arrivals),
    ...aboutMix(report.found.arrivals),
    '',
    table,
    '',
    ...aboutService(report.found),
    '',
    ...[...report.warnings, ...report.suspicions].map((text) => `Warning: ${text}.`),
    ...(report.suspicions.length > 1 ? ['Warning: the file looks made up or mixed up; a model of it is a model of that.'] : []),
    ...report.assumed.map((text) => `Assumed: ${text}.`),
    ...doubts.map((text) => `Doubt: ${text}.`),
    ...missing.map(({ en, zh }) => `缺 Missing: ${zh} ${en}`),
    `可做 Possible: ${possible.map(({ zh }) => zh).join('')} ${possible.map(({ en }) => en).join(' ')}`,
    output === undefined
      ? 'Nothing was written; -o model.json keeps the model.'
      : `Model written to ${fileIn(output, 'model.json')}.`,
  ].join('\n');
}

type Found = Fitted['report']['found'];

const arrivalsTable = (kinds: Found['arrivals']): string =>
  textTable(
    ['日类型 kind of day', '天数 days', '每日 a day', '95 %', '离散 variance/mean', 'p (Poisson)', '趋势 a week'],
    kinds.map(({ id, days, perDay, dispersion, trend }) => [
      id,
      String(days),
      perDay.value.toFixed(1),
      Number.isFinite(perDay.low) ? `${perDay.low.toFixed(1)} … ${perDay.high.toFixed(1)}` : '–',
      dispersion === null ? '–' : `${dispersion.totals.toFixed(1)}, half hours ${dispersion.halfHours.toFixed(1)}`,
      dispersion === null ? '–' : dispersion.p < 0.001 ? '< 0.001' : dispersion.p.toFixed(3),
      trend === null ? '–' : `${(100 * trend.perWeek).toFixed(1)} %`,
    ]),
  );

/** Whether what people come for changes through the day. */
const aboutMix = (kinds: Found['arrivals']): string[] =>
  kinds.flatMap(({ id, mix }) => {
    if (mix === null) return [];
    const test = `chi-square ${mix.chiSquare.toFixed(0)}, ${mix.degrees} degrees of freedom, p ${mix.p < 0.001 ? '< 0.001' : mix.p.toFixed(3)}`;
    return [
      mix.partMinutes === null
        ? `What people come for is the same all day (${id}: ${test}).`
        : `What people come for changes through the day (${id}: ${test}): shares of their own for every ${mix.partMinutes} minutes.`,
    ];
  });

/** What was found of those who serve, in sentences. */
function aboutService({
  appointments,
  turnaround,
  pools,
  calling,
  answers,
  ghostShare,
  onward,
  places,
  patience,
  spellLimitMs,
  workDrift,
}: Found): string[] {
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(0)} s`;
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  return [
    ...(turnaround === null
      ? []
      : [
          `Turnaround, from ${turnaround.gaps} gaps (${turnaround.exact} known exactly): mean ${seconds(turnaround.meanWaitingMs)} while somebody waits, ${seconds(turnaround.meanQuietMs)} while nobody does; absences (over a minute) ${percent(turnaround.absentWaiting)} and ${percent(turnaround.absentQuiet)}; clustering ${turnaround.persistence.value.toFixed(2)} (${turnaround.persistence.low.toFixed(2)} … ${turnaround.persistence.high.toFixed(2)}).`,
          `Of their own: ${turnaround.ownServers.join(', ') || 'nobody, too few gaps each'}; the others are pooled. A server idle for ${seconds(spellLimitMs)} is taken to be gone.`,
        ]),
    ...(pools.length > 1
      ? pools.map(
          ({ servers, lacks }) =>
            `Skill pool: ${servers.join(', ')} ${lacks.length === 0 ? 'do everything' : `do not do ${lacks.join(', ')}`}.`,
        )
      : []),
    ...(calling?.segments.map(
      ({ segment, boostMs, calls, agreement, agreementFcfs }) =>
        `Calling: segment ${segment} goes as if it had come ${seconds(boostMs)} before ${calling.against}; that tells ${percent(agreement)} of ${calls} calls right, order of arrival ${percent(agreementFcfs)}.`,
    ) ?? []),
    ...(ghostShare > 0 ? [`${percent(ghostShare)} of services were over at once and are a class of their own.`] : []),
    ...aboutCalls(answers),
    ...onward.transfers.map(({ count, service, share, to }) => `Transfers: ${service} to ${to} ${limits(share)}, ${count} seen.`),
    ...onward.failures.map(
      ({ failed, service, share, uses }) => `Devices fail: ${service} ${limits(share)}, ${failed} of ${uses} uses.`,
    ),
    ...(onward.further > 0 ? [`Second needs of one visit: ${onward.further}.`] : []),
    ...places.map(
      ({ at, service }) =>
        `Done at: ${service} ${at.map(({ count, kind, share }) => `${kind} ${percent(share)} (${count})`).join(', ')}.`,
    ),
    ...(patience.observed > 0
      ? [
          `Patience: ${patience.observed} left at a known time, ${patience.inferred} unseen, ${patience.censored} were served first.`,
        ]
      : []),
    ...(appointments === null
      ? []
      : [
          `Appointments: ${appointments.booked} booked, ${percent(appointments.shows)} came, in the mean ${seconds(Math.abs(appointments.meanMs))} ${appointments.meanMs < 0 ? 'early' : 'late'} (standard deviation ${seconds(appointments.sdMs)}).`,
        ]),
    ...(workDrift === null ? [] : [`Service times drift by ${percent(workDrift.perWeek)} a week.`]),
  ];
}

const limits = ({ high, low, value }: { readonly value: number; readonly low: number; readonly high: number }): string =>
  `${(100 * value).toFixed(1)} % (${(100 * low).toFixed(1)} … ${(100 * high).toFixed(1)} %)`;

function aboutCalls({ away, called, counted, noShow, noShows, recallAfterMs, recalls }: Found['answers']): string[] {
  const every = recallAfterMs === null ? '' : `, every ${recallAfterMs / 1000} s`;
  return [
    ...(noShows > 0 ? [`No-shows: ${limits(noShow)}, ${noShows} of ${called} called.`] : []),
    ...(away !== null && recalls !== null && recalls > 0
      ? [`Recalls: at ${limits(away)} of the calls nobody comes at once; ${recalls} recalls of ${counted} served${every}.`]
      : []),
  ];
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
