import type { Names } from '../../lobby/branch/names.ts';
import type { Fact, Report, Section } from '../../report/html/report.ts';
import type { Language } from '../../report/words/words.ts';
import { makeDistribution } from '../../workload/distributions/table.ts';
import type { Backtest } from '../backtest/backtest.ts';
import { dateOf } from '../fit/demand/fit-arrivals.ts';
import type { Fitted } from '../fit/fit.ts';
import { wantingOf } from '../wanting.ts';
import { fitSections } from './fit-sections.ts';
import { heldSection } from './held-section.ts';
import { inChinese } from './in-chinese.ts';
import { inLanguage } from './in-language.ts';
import { effectsInChinese, rulesInChinese } from './rule-words.ts';
import { toldSection } from './told-section.ts';

/** A history become a model, as one page: what was found, how it holds, what to doubt, and what to record better. */
export function historyReport(
  fitted: Fitted,
  answer: Backtest | null,
  { language, made, commands }: { readonly language: Language; readonly made: string; readonly commands: readonly string[] },
): Report {
  const t = inLanguage(language);
  const { log, model, report } = fitted;
  const span = log.undated || log.days.length === 0 ? '' : `${dateOf(log.days[0]!)} – ${dateOf(log.days.at(-1)!)}`;
  const said = (text: string): string => (language === 'zh-CN' ? inChinese(text) : text);
  const of = (what: string | undefined, doubt: string): string =>
    what === undefined ? said(doubt) : `${what}${t('：', ': ')}${said(doubt)}`;
  const doubts = [
    ...model.arrivals.flatMap(({ id, evidence }) => (evidence?.doubts ?? []).map((doubt) => of(id, doubt))),
    ...model.work.flatMap(({ service, evidence }) => (evidence?.doubts ?? []).map((doubt) => of(service, doubt))),
    ...model.patience.flatMap(({ evidence }) => (evidence?.doubts ?? []).map((doubt) => of(undefined, doubt))),
  ];
  return {
    language,
    title: t(`${model.branch.names.zh}：从记录到模型`, `${model.branch.names.en}: from records to a model`),
    about: [
      model.id,
      span,
      t(`${report.days} 天`, `${report.days} days`),
      t(`${report.arrivals} 次到达`, `${report.arrivals} arrivals`),
    ]
      .filter((text) => text !== '')
      .join(' · '),
    made,
    finding: findingOf(answer, language),
    details: detailsOf(fitted, answer, language),
    facts: factsOf(fitted, answer, language),
    sections: [
      ...(answer === null ? [] : [heldSection(answer, language)]),
      ...fitSections(fitted, language),
      toldSection(fitted, language),
      cleaningSection(fitted, language),
      betterSection(fitted, language),
    ],
    assumptions: [...report.warnings, ...report.suspicions, ...report.assumed].map(said).concat(doubts),
    reproduce: { commands, notes: [] },
  };
}

function findingOf(answer: Backtest | null, language: Language): string {
  const t = inLanguage(language);
  if (answer === null)
    return t(
      '模型已从记录得到，尚未用其他日子检验。',
      'The model is made from the records; it has not been held against other days yet.',
    );
  return answer.verdict.pass
    ? t(
        `模型与 ${answer.days} 天的记录相符，每天均未参与自己的拟合。`,
        `The model holds against ${answer.days} recorded days, none of which it was made from.`,
      )
    : t(
        `模型与 ${answer.days} 天的记录不符，查明原因之前不要据此排班。`,
        `The model does not hold against ${answer.days} recorded days: take no roster from it before the cause is known.`,
      );
}

/** What a branch head has to know at once. */
function detailsOf({ report }: Fitted, answer: Backtest | null, language: Language): string[] {
  const t = inLanguage(language);
  const { found } = report;
  const bare = answer?.contributions[0]?.kpis.waitMeanMs ?? null;
  const observed = answer === null ? null : figureOf(answer.observed.waitMeanMs);
  const without = bare === null ? null : figureOf(bare);
  const minute = (ms: number): string => lengthText(ms, language);
  return [
    ...(observed !== null && without !== null && without < 0.9 * observed
      ? [
          t(
            `平均等候 ${minute(observed)} 中，${minute(observed - without)} 来自两位客户之间的间隔与短暂离岗：只看“开了几个窗口”的算法会看不见它。`,
            `Of a mean wait of ${minute(observed)}, ${minute(observed - without)} come from the gaps between two customers and short absences: a calculation from open counters alone cannot see them.`,
          ),
        ]
      : []),
    ...(answer !== null && answer.incidents.length > 0
      ? [
          t(
            `${answer.incidents.length} 个半小时不同寻常（${answer.incidents
              .map(({ of }) => of)
              .slice(0, 4)
              .join('、')}）：没有模型能从别的日子知道它们。`,
            `${answer.incidents.length} half hours were no usual business (${answer.incidents
              .map(({ of }) => of)
              .slice(0, 4)
              .join(', ')}): no model can know them from other days.`,
          ),
        ]
      : []),
    ...(found.turnaround !== null && found.turnaround.absentWaiting > 0.03
      ? [
          t(
            `每办完 100 位客户，约 ${Math.round(100 * found.turnaround.absentWaiting)} 次有人等着而柜员一分钟以上不叫号。`,
            `After about ${Math.round(100 * found.turnaround.absentWaiting)} of 100 services the next call takes over a minute although somebody waits.`,
          ),
        ]
      : []),
  ];
}

/** Figures of the branch itself, the model's beside them. */
function factsOf({ model, report }: Fitted, answer: Backtest | null, language: Language): Fact[] {
  const t = inLanguage(language);
  const usual = report.found.arrivals[0]!;
  const day = { label: t(`每日客户（${usual.id}）`, `Customers a day (${usual.id})`), value: usual.perDay.value.toFixed(0) };
  if (answer === null) {
    const work = model.work.at(-1)!;
    const { turnaround } = report.found;
    return [
      day,
      { label: t('平均办理时间', 'Mean service time'), value: lengthText(makeDistribution(work.distribution).meanMs, language) },
      ...(turnaround === null
        ? []
        : [
            {
              label: t('办结间隔（有人等候）', 'Turnaround while somebody waits'),
              value: lengthText(turnaround.meanWaitingMs, language),
            },
          ]),
    ];
  }
  const beside = (label: string, id: 'waitMeanMs' | 'waitP90Ms' | 'waitedRate' | 'abandonRate'): Fact[] => {
    const [was, is] = [figureOf(answer.observed[id]), figureOf(answer.simulated[id])];
    const text = (value: number): string => (id.endsWith('Ms') ? lengthText(value, language) : `${(100 * value).toFixed(1)} %`);
    return was === null || is === null ? [] : [{ label, value: text(was), note: t(`模型 ${text(is)}`, `model ${text(is)}`) }];
  };
  return [
    day,
    ...beside(t('平均等候', 'Mean wait'), 'waitMeanMs'),
    ...beside(t('九成客户等候不超过', 'Nine in ten wait less than'), 'waitP90Ms'),
    ...beside(t('需等候的比例', 'Share who wait'), 'waitedRate'),
    ...beside(t('等不及离开', 'Leave before service'), 'abandonRate'),
  ];
}

const figureOf = (estimate: Backtest['observed']['waitMeanMs']): number | null =>
  estimate === null || typeof estimate === 'number' ? estimate : estimate.value;

const lengthText = (ms: number, language: Language): string => {
  const t = inLanguage(language);
  const seconds = Math.round(ms / 1000);
  return seconds < 90
    ? t(`${seconds} 秒`, `${seconds} s`)
    : t(`${(seconds / 60).toFixed(1)} 分钟`, `${(seconds / 60).toFixed(1)} min`);
};

function cleaningSection({ report }: Fitted, language: Language): Section {
  const t = inLanguage(language);
  return {
    title: t('清洗', 'Cleaning'),
    blocks: [
      {
        is: 'text',
        text: t(
          `读取 ${report.rows} 行，保留 ${report.kept}，丢弃 ${report.dropped}；到达 ${report.arrivals}，办理时间 ${report.serviceTimes}。`,
          `${report.rows} rows read: ${report.kept} kept, ${report.dropped} dropped; ${report.arrivals} arrivals, ${report.serviceTimes} service times.`,
        ),
      },
      {
        is: 'table',
        title: t('每条规则遇到的行', 'Rows that each rule met'),
        table: {
          columns: [
            { label: t('规则', 'Rule'), numeric: false },
            { label: t('行数', 'Rows'), numeric: true },
            { label: t('含义', 'What'), numeric: false },
            { label: t('处理', 'Effect'), numeric: false },
          ],
          rows: report.rules.map(({ rule, rows, what, effect }) => [
            rule,
            String(rows),
            t(rulesInChinese[rule], what),
            t(effectsInChinese[effect] ?? effect, effect),
          ]),
        },
      },
    ],
  };
}

/** What the records do not say, what can be done all the same, and what would make the next model better. */
function betterSection(fitted: Fitted, language: Language): Section {
  const t = inLanguage(language);
  const { missing, possible } = wantingOf(fitted);
  const said = ({ en, zh }: Names): string => t(zh, en);
  return {
    title: t('怎样记录得更好', 'What to record better'),
    blocks: [
      {
        is: 'list',
        items: [
          ...missing.map(said),
          t(
            '由系统的“就绪”键记录办结，离岗就不必推测。',
            'With the product\'s own "ready" the end of each turnaround is recorded, and absences need not be inferred.',
          ),
        ],
      },
      { is: 'text', text: `${t('现在可以做的：', 'What can be done now: ')}${possible.map(said).join(t('', ' '))}` },
    ],
  };
}
