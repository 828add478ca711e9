import type { Role } from '../../../lobby/branch/service.ts';
import { type Chart, pageWidthPx } from '../../../report/chart.ts';
import { type WaitRow, waitByHalfHour } from '../../../report/charts/wait-by-half-hour.ts';
import type { Block } from '../../../report/html/report.ts';
import { roleNames } from '../../../report/roster/role-names.ts';
import { type Label, type Language, labelIn } from '../../../report/words/words.ts';
import type { HalfHourWaits } from '../../../staffing/waits-by-half-hour.ts';
import { minuteMs, msOfClock } from '../../../workload/clock.ts';

const stepMs = 30 * minuteMs;

/** A plan's waits by half hour. */
export interface PlanWaits {
  readonly name: Label;
  readonly waits: readonly HalfHourWaits[];
}

/** For each role the waits of each plan, the other one dashed behind it: both pictures of a role have one scale. */
export function waitsCharts(plans: readonly PlanWaits[], targetOf: (role: Role) => number | null, language: Language): Block[] {
  const roles = [...new Set(plans.flatMap(({ waits }) => waits.map(({ role }) => role)))];
  const size = sizeBeside(plans.length);
  return roles.flatMap((role) =>
    beside(
      plans.map(({ name, waits }) => {
        const rows = rowsOf(waits, role);
        const other = plans.find((one) => one.name !== name);
        const chart = waitByHalfHour(
          {
            fromMs: rows[0]!.fromMs,
            toMs: rows.at(-1)!.fromMs + stepMs,
            stepMs,
            rows,
            targetMs: targetOf(role),
            ghost: other && { label: other.name, rows: rowsOf(other.waits, role) },
          },
          { language, ...size },
        );
        return titled(chart, [name, roleNames[role].all], language);
      }),
    ),
  );
}

/** The size of a chart that may have another one beside it. */
export const sizeBeside = (charts: number): { width: number; height: number } =>
  charts === 2 ? { width: pageWidthPx / 2 - 10, height: 200 } : { width: pageWidthPx, height: 200 };

/** Two charts side by side, or one by itself. */
export const beside = (charts: readonly Chart[]): Block[] =>
  charts.length === 2
    ? [{ is: 'pair', charts: [charts[0]!, charts[1]!] }]
    : charts.map((chart) => ({ is: 'chart' as const, chart }));

/** A chart whose finding begins with what it is about. */
export function titled(chart: Chart, about: readonly Label[], language: Language): Chart {
  const zh = language === 'zh-CN';
  const text = about.map((one) => labelIn(language, one)).join(zh ? '·' : ', ');
  return { ...chart, title: `${text}${zh ? '：' : ': '}${chart.title}` };
}

const rowsOf = (waits: readonly HalfHourWaits[], role: HalfHourWaits['role']): WaitRow[] =>
  waits
    .filter((one) => one.role === role)
    .map(({ from, customers, waitP50Ms, waitP90Ms }) => ({
      fromMs: msOfClock(from),
      customers,
      p50Ms: waitP50Ms,
      p90Ms: waitP90Ms?.value ?? null,
      ...(waitP90Ms === null ? {} : { p90LowMs: waitP90Ms.low, p90HighMs: waitP90Ms.high }),
    }));
