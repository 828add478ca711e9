import type { Fitted } from '../../../history/fit/fit.ts';
import { effectsInChinese, rulesInChinese } from '../../../history/report/rule-words.ts';
import { wantingOf } from '../../../history/wanting.ts';
import type { DistributionSpec } from '../../../workload/distributions/spec.ts';
import { textTable } from '../../text-table.ts';
import { both, labelled } from './both.ts';
import { aboutService } from './service-text.ts';

/** What a fit found, for the terminal: how the files were read, what the rules met, what was learnt, what is doubtful and what is missing. */
export function fitText(fitted: Fitted, writtenTo: string | undefined): string {
  const { model, report } = fitted;
  const { missing, possible } = wantingOf(fitted);
  const fits = [
    ...model.work.map((entry) => ({
      what: ['办理 work', entry.service ?? '全部 of all', entry.segment, entry.mode].filter((part) => part !== undefined).join(' '),
      ...entry,
    })),
    ...model.patience.map((entry) => ({ what: '耐心 patience', ...entry })),
  ];
  const doubts = [
    ...model.arrivals.flatMap(({ id, evidence }) =>
      (evidence?.doubts ?? []).map((doubt) => ({ of: `到达 arrivals ${id}`, doubt })),
    ),
    ...fits.flatMap(({ what, evidence }) => (evidence?.doubts ?? []).map((doubt) => ({ of: what, doubt }))),
  ];
  return [
    ...aboutFiles(report),
    ...aboutRules(report),
    '',
    arrivalsTable(report.found.arrivals),
    ...aboutMix(report.found.arrivals),
    '',
    fitsTable(fits),
    '',
    ...aboutService(report.found),
    '',
    ...[...report.warnings, ...report.suspicions].map((text) => labelled('注意', 'Warning', text)),
    ...(report.suspicions.length > 1
      ? [
          both(
            '注意 Warning: 文件像是编造的或列被弄混了：由它得到的模型也是如此。',
            'The file looks made up or mixed up; a model of it is a model of that.',
          ),
        ]
      : []),
    ...report.assumed.map((text) => labelled('假定', 'Assumed', text)),
    ...doubts.map(({ doubt, of }) => labelled('存疑', `Doubt (${of})`, doubt)),
    ...missing.map(({ en, zh }) => `缺 Missing: ${zh} ${en}`),
    `可做 Possible: ${possible.map(({ zh }) => zh).join('')} ${possible.map(({ en }) => en).join(' ')}`,
    writtenTo === undefined
      ? both('没有写文件；-o model.json 保存模型。', 'Nothing was written; -o model.json keeps the model.')
      : both(`模型已写入 ${writtenTo}。`, `Model written to ${writtenTo}.`),
  ].join('\n');
}

function aboutFiles({ arrivals, days, dropped, files, kept, rows, serviceTimes }: Fitted['report']): string[] {
  return [
    ...files.map(({ columns, encoding, file, ignored, notes, rows: ofFile }) => {
      const understood = Object.entries(columns).map(([meaning, header]) => `${meaning} = ${header}`);
      const rest = [ignored.length > 0 ? `未用 not used: ${ignored.join(', ')}` : '', ...notes].filter((text) => text !== '');
      return [`${file}: ${ofFile} 行 rows, ${encoding}`, understood.join(', '), ...rest].filter((text) => text !== '').join('; ');
    }),
    both(
      `读 ${rows} 行：留 ${kept}，弃 ${dropped}；${days} 天，${arrivals} 次到达，${serviceTimes} 个办理时间。`,
      `${rows} rows read: ${kept} kept, ${dropped} dropped. ${arrivals} arrivals of ${days} ${days === 1 ? 'day' : 'days'}, ${serviceTimes} service times.`,
    ),
    '',
  ];
}

const aboutRules = ({ rules }: Fitted['report']): string[] =>
  rules.length === 0
    ? [both('没有哪一行触及清洗规则。', 'No rule met a row.')]
    : rules.map(({ effect, examples, rows, rule, what }) =>
        [
          `${rule}: ${rows} 行 rows, ${rulesInChinese[rule]} → ${effectsInChinese[effect] ?? effect}; ${what} → ${effect}`,
          ...examples.map((example) => `    ${example}`),
        ].join('\n'),
      );

type Kinds = Fitted['report']['found']['arrivals'];

const arrivalsTable = (kinds: Kinds): string =>
  textTable(
    ['日类型 kind of day', '天数 days', '每日 a day', '95 %', '离散 variance/mean', 'p (Poisson)', '趋势 a week'],
    kinds.map(({ id, days, perDay, dispersion, trend }) => [
      id,
      String(days),
      perDay.value.toFixed(1),
      Number.isFinite(perDay.low) ? `${perDay.low.toFixed(1)} … ${perDay.high.toFixed(1)}` : '–',
      dispersion === null ? '–' : `${dispersion.totals.toFixed(1)}; 半小时 half hours ${dispersion.halfHours.toFixed(1)}`,
      dispersion === null ? '–' : dispersion.p < 0.001 ? '< 0.001' : dispersion.p.toFixed(3),
      trend === null ? '–' : `${(100 * trend.perWeek).toFixed(1)} %`,
    ]),
  );

/** Whether what people come for changes through the day. */
const aboutMix = (kinds: Kinds): string[] =>
  kinds.flatMap(({ id, mix }) => {
    if (mix === null) return [];
    const test = `χ² ${mix.chiSquare.toFixed(0)}, df ${mix.degrees}, p ${mix.p < 0.001 ? '< 0.001' : mix.p.toFixed(3)}`;
    return [
      mix.partMinutes === null
        ? both(`各时段来办的业务一样（${id}：${test}）。`, `What people come for is the same all day (${id}: ${test}).`)
        : both(
            `各时段来办的业务不同（${id}：${test}）：每 ${mix.partMinutes} 分钟各有比例。`,
            `What people come for changes through the day (${id}: ${test}): shares of their own for every ${mix.partMinutes} minutes.`,
          ),
    ];
  });

type Fit = { readonly what: string } & Pick<Fitted['model']['work'][number], 'evidence'> & {
    readonly distribution: DistributionSpec | Fitted['model']['patience'][number]['distribution'];
  };

const fitsTable = (fits: readonly Fit[]): string =>
  textTable(
    ['参数 parameter', '分布 distribution', '记录 records', 'KS', '限度 limit', 'AIC'],
    fits.map(({ what, distribution, evidence }) => [
      what,
      describeDistribution(distribution),
      String(evidence?.records ?? ''),
      evidence?.ks?.toFixed(3) ?? '–',
      evidence?.ksLimit?.toFixed(3) ?? '–',
      Object.entries(evidence?.aic ?? {})
        .map(([family, aic]) => `${family} ${aic.toFixed(0)}`)
        .join(', '),
    ]),
  );

function describeDistribution(spec: Fit['distribution']): string {
  if (spec.family === 'none') return 'none';
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
