import type { Shift } from '../../../lobby/branch/plan.ts';
import type { Role } from '../../../lobby/branch/service.ts';
import type { Chart } from '../../../report/chart.ts';
import { rosterGantt } from '../../../report/charts/roster-gantt.ts';
import { staffingSteps } from '../../../report/charts/staffing-steps.ts';
import type { Block } from '../../../report/html/report.ts';
import { headCounts, requiredSpans } from '../../../report/roster/head-counts.ts';
import { roleNames } from '../../../report/roster/role-names.ts';
import { rosterRows } from '../../../report/roster/roster-rows.ts';
import type { Label, Language } from '../../../report/words/words.ts';
import { msOfClock } from '../../../workload/clock.ts';
import { beside, sizeBeside, titled } from './waits-charts.ts';

/** A plan's shifts under its name. */
export interface NamedRoster {
  readonly name: Label;
  readonly roster: readonly Shift[];
}

/** Who works when under each plan, on one scale of time. */
export function ganttCharts(plans: readonly NamedRoster[], language: Language): Chart[] {
  const shifts = plans.flatMap(({ roster }) => roster);
  const shown = {
    fromMs: Math.min(...shifts.map(({ from }) => msOfClock(from))),
    toMs: Math.max(...shifts.map(({ to }) => msOfClock(to))),
  };
  return plans.map(({ name, roster }) => titled(rosterGantt({ rows: rosterRows(roster), shown }, { language }), [name], language));
}

/** People of each role needed and there, under each plan. */
export function staffingCharts(
  plans: readonly NamedRoster[],
  requirement: readonly { role: Role; from: string; to: string; count: number }[],
  language: Language,
): Block[] {
  const size = sizeBeside(plans.length);
  const roles = [...new Set(requirement.map(({ role }) => role))];
  return roles.flatMap((role) =>
    beside(
      plans.map(({ name, roster }) => {
        const chart = staffingSteps(
          { role: roleNames[role].all, required: requiredSpans(requirement, role), planned: headCounts(roster, role) },
          { language, ...size },
        );
        return titled(chart, [name], language);
      }),
    ),
  );
}
