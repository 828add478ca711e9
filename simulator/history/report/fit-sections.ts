import { arrivalProfile } from '../../report/charts/arrival-profile.ts';
import { distributionFit } from '../../report/charts/distribution-fit.ts';
import { survival } from '../../report/charts/survival.ts';
import type { Section } from '../../report/html/report.ts';
import type { Language } from '../../report/words/words.ts';
import { dayMs } from '../../workload/clock.ts';
import { makeDistribution } from '../../workload/distributions/table.ts';
import { firstFor } from '../../workload/sample.ts';
import { stepMs } from '../clean/first-look.ts';
import type { Fitted } from '../fit/fit.ts';
import { inLanguage } from './in-language.ts';

/** Days whose counts are drawn on the profile, services whose curves are drawn. */
const daysDrawn = 12;
const servicesDrawn = 4;
const curvePoints = 200;
/** Service times read for the curves. */
const mostLengths = 50_000;

/** 分布的中文名。 */
const familyNames: Readonly<Record<string, string>> = {
  lognormal: '对数正态分布',
  gamma: '伽马分布',
  weibull: '韦布尔分布',
  exponential: '指数分布',
  empirical: '实测数值',
};

/** What the fit found, drawn against what was recorded. */
export function fitSections(fitted: Fitted, language: Language): Section[] {
  const t = inLanguage(language);
  const { report } = fitted;
  return [
    { title: t('到达', 'Arrivals'), blocks: arrivalBlocks(fitted, language) },
    { title: t('办理时间', 'Service times'), blocks: workBlocks(fitted, language) },
    ...(report.found.patience.curve.length > 0 ? [{ title: t('耐心', 'Patience'), blocks: patienceBlocks(fitted, language) }] : []),
    ...(report.found.turnaround === null
      ? []
      : [{ title: t('办结间隔与短暂离岗', 'Turnaround and short absences'), blocks: turnaroundBlocks(fitted, language) }]),
  ];
}

function arrivalBlocks({ log, model, report }: Fitted, language: Language): Section['blocks'] {
  return model.arrivals.slice(0, 3).map((profile, at) => {
    const { steps, id, days } = report.found.arrivals[at]!;
    const deviation = (mean: number): number => Math.sqrt(mean + (profile.dayFactorCv * mean) ** 2);
    const rows = steps.map(({ fromMs, mean }) => ({
      fromMs,
      expected: mean,
      low80: Math.max(0, mean - 1.28 * deviation(mean)),
      high80: mean + 1.28 * deviation(mean),
      low95: Math.max(0, mean - 1.96 * deviation(mean)),
      high95: mean + 1.96 * deviation(mean),
    }));
    const drawn = log.days.filter((day) => profile.days.includes(((((day + 3) % 7) + 7) % 7) + 1)).slice(-daysDrawn);
    const observed = drawn.flatMap((day) => {
      const counts = new Map<number, number>();
      for (const { after, arrivalMs, slotMs } of log.visitsOn(day)) {
        // As the profile counts: who booked, and a second need of a visit, are not in it.
        if (arrivalMs === null || after !== null || slotMs !== null) continue;
        const fromMs = Math.floor((arrivalMs - day * dayMs) / stepMs) * stepMs;
        counts.set(fromMs, (counts.get(fromMs) ?? 0) + 1);
      }
      return [...counts].map(([fromMs, value]) => ({ fromMs, value }));
    });
    const chart = arrivalProfile({ stepMs, rows, observed }, { language });
    return { is: 'chart', chart: { ...chart, title: `${id} (${days}): ${chart.title}` } };
  });
}

function workBlocks({ log, model }: Fitted, language: Language): Section['blocks'] {
  const lengths = new Map<string, number[]>();
  let read = 0;
  for (const visits of [log.undatedVisits, ...[...log.days].map((day) => day)].values()) {
    if (read > mostLengths) break;
    for (const { service, workMs } of typeof visits === 'number' ? log.visitsOn(visits) : visits) {
      if (workMs === null) continue;
      const own = lengths.get(service ?? '') ?? [];
      own.push(workMs);
      lengths.set(service ?? '', own);
      read++;
    }
  }
  const busiest = [...lengths].sort((a, b) => b[1].length - a[1].length).slice(0, servicesDrawn);
  return busiest.map(([text, values]) => {
    const service = model.branch.services.find(({ id, names }) => id === text || names.zh === text) ?? model.branch.services[0]!;
    const entry = firstFor(model.work, { service: service.id, segment: model.branch.segments[0]!.code })!;
    const { distribution, evidence } = entry;
    const { cdf, quantile } = makeDistribution(distribution);
    const sorted = values.sort((a, b) => a - b);
    const shares = Array.from({ length: curvePoints }, (_, at) => (at + 0.5) / curvePoints);
    const chart = distributionFit(
      {
        what: { zh: `${service.names.zh}办理时间`, en: `Service time, ${service.names.en}` },
        records: sorted.length,
        empirical: shares.map((p) => ({ value: sorted[Math.floor(p * sorted.length)]!, p })),
        fits: [
          {
            name: { zh: familyNames[distribution.family] ?? distribution.family, en: distribution.family },
            points: shares.map((p) => ({ value: quantile(p), p: distribution.family === 'empirical' ? cdf(quantile(p)) : p })),
            ks: evidence?.ks,
            ksLimit: evidence?.ksLimit,
          },
        ],
      },
      { language },
    );
    return { is: 'chart', chart };
  });
}

function patienceBlocks({ report }: Fitted, language: Language): Section['blocks'] {
  const { curve, observed, censored, inferred, knownToMs } = report.found.patience;
  const t = inLanguage(language);
  const chart = survival(
    {
      curves: [
        {
          name: { zh: '记录中的离开者', en: 'Leavers on record' },
          points: curve.map(({ ms, share, low, high }) => ({ waitMs: ms, share, low, high })),
          customers: observed + censored,
          left: observed,
        },
      ],
    },
    { language },
  );
  const unseen = t(
    `被叫号时已不在的 ${inferred} 人不知何时离开，未计入。`,
    ` ${inferred} who were gone when called left nobody knows when, and are not in it.`,
  );
  const beyond = t(
    `超过 ${Math.round(knownToMs / 1000)} 秒几乎没有记录，曲线按最后的速度延伸。`,
    `Beyond ${Math.round(knownToMs / 1000)} s there is hardly a record: the curve goes on as it fell.`,
  );
  return [
    { is: 'chart', chart },
    { is: 'text', text: inferred === 0 ? beyond : beyond + unseen },
  ];
}

function turnaroundBlocks({ model, report }: Fitted, language: Language): Section['blocks'] {
  const t = inLanguage(language);
  const found = report.found.turnaround!;
  const seconds = (ms: number): string => t(`${Math.round(ms / 1000)} 秒`, `${Math.round(ms / 1000)} s`);
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const { staff } = model.branch;
  const named = model.turnaround.filter((entry) => entry.staff !== undefined);
  return [
    {
      is: 'facts',
      facts: [
        { label: t('有人等候时平均', 'Mean while somebody waits'), value: seconds(found.meanWaitingMs) },
        { label: t('无人等候时平均', 'Mean while nobody waits'), value: seconds(found.meanQuietMs) },
        {
          label: t('短暂离岗（超过一分钟）', 'Short absences (over a minute)'),
          value: `${percent(found.absentWaiting)} / ${percent(found.absentQuiet)}`,
          note: t('有人等候 / 无人等候', 'somebody waits / nobody does'),
        },
        {
          label: t('聚集程度', 'Clustering'),
          value: found.persistence.value.toFixed(2),
          note: `95 %: ${found.persistence.low.toFixed(2)}–${found.persistence.high.toFixed(2)}`,
        },
      ],
    },
    {
      is: 'table',
      title: t('各人的办结间隔（有人等候时）', 'Turnaround by server, while somebody waits'),
      table: {
        columns: [
          { label: t('人员', 'Server'), numeric: false },
          { label: t('记录', 'Records'), numeric: true },
          { label: t('平均', 'Mean'), numeric: true },
          { label: '95 %', numeric: true },
        ],
        rows: [...named, ...model.turnaround.filter((entry) => entry.staff === undefined)].map((entry) => {
          const { intervals, records = 0 } = entry.evidence ?? {};
          const limits = intervals?.meanMs;
          const who = entry.staff?.map((id) => staff.find((person) => person.id === id)?.label ?? id).join(', ');
          return [
            who ?? t('其余（合并）', 'others, pooled'),
            String(records),
            seconds(makeDistribution(entry.distribution).meanMs),
            limits === undefined ? '–' : `${Math.round(limits.low / 1000)}–${Math.round(limits.high / 1000)}`,
          ];
        }),
      },
    },
  ];
}
