import { clock } from '../../../report/format/clock.ts';
import { plain, signed } from '../../../report/format/quantity.ts';
import { runsOf } from '../../../report/format/runs.ts';
import type { Block } from '../../../report/html/report.ts';
import { roleNames } from '../../../report/roster/role-names.ts';
import { tableOf } from '../../../report/table.ts';
import { type Language, labelIn, wordsIn } from '../../../report/words/words.ts';
import type { NamedCell } from '../../../staffing/baselines.ts';
import type { Change } from '../../../staffing/changes.ts';
import type { Recommendation } from '../../../staffing/recommendation.ts';
import type { Risk } from '../../../staffing/risks.ts';
import { rowName } from '../../../staffing/skill-rows.ts';
import { minuteMs, msOfClock } from '../../../workload/clock.ts';
import { inCell, shareWords, waitWords } from './estimate-words.ts';
import { planNames, reportWords } from './words.ts';

const table = (title: string, of: ReturnType<typeof tableOf>): Block => ({ is: 'table', title, table: of });

/** What each plan costs and what it gives. */
export function plansTable(answer: Recommendation, money: (cost: number) => string, language: Language): Block {
  const words = reportWords[language];
  const { sippCover, flatPeak, today } = answer.baselines;
  const rows = [
    ...(today ? [{ name: 'today', ...today }] : []),
    { name: 'recommended', cost: answer.cost, kpis: answer.kpis, missed: answer.verified.failing },
    { name: 'sipp-cover', ...sippCover },
    { name: 'flat-peak', ...flatPeak },
  ];
  const against = (cost: number): string =>
    today === undefined || cost === today.cost
      ? '—'
      : `${signed(cost - today.cost, 0)} (${signed((100 * (cost - today.cost)) / today.cost, 0)}\u00a0%)`;
  return table(
    words.costs,
    tableOf(rows, [
      { label: words.plan, words: true, cell: ({ name }) => labelIn(language, planNames(name)) },
      { label: words.cost, cell: ({ cost }) => money(cost) },
      today ? { label: words.against, cell: ({ cost }) => against(cost) } : null,
      { label: words.p90, cell: ({ kpis }) => inCell(waitWords(kpis.waitP90Ms, language)) },
      { label: words.left, cell: ({ kpis }) => inCell(shareWords(kpis.abandonRate)) },
      { label: words.missed, cell: ({ missed }) => plain(missed.length) },
    ]),
  );
}

/** Half hours that miss, by role, neighbours drawn together. */
export function whenMissed(missed: readonly NamedCell[], language: Language): string {
  const rows = [...new Map(missed.map((cell) => [rowName(cell.role, cell.skills), cell])).entries()];
  const said = rows.map(([row, { role, skills }]) => {
    const runs = runsOf(
      missed
        .filter((cell) => rowName(cell.role, cell.skills) === row)
        .map(({ from }) => ({ fromMs: msOfClock(from), toMs: msOfClock(from) + 30 * minuteMs })),
    );
    const who = `${labelIn(language, roleNames[role].all)}${skills ? `(${skills.join(' + ')})` : ''}`;
    return `${who} ${runs.map(({ fromMs, toMs }) => `${clock(fromMs)}–${clock(toMs)}`).join(wordsIn(language).and)}`;
  });
  return said.length === 0 ? reportWords[language].none : said.join(language === 'zh-CN' ? '；' : '; ');
}

export function changesTable(changes: readonly Change[], language: Language): Block {
  const words = reportWords[language];
  return table(
    words.changes,
    tableOf(changes, [
      { label: words.time, words: true, cell: ({ from, to }) => `${from}–${to}` },
      { label: words.role, words: true, cell: ({ role }) => labelIn(language, roleNames[role].all) },
      { label: words.change, cell: ({ today, recommended }) => `${today} → ${recommended}` },
      { label: words.reason, words: true, cell: ({ reason }) => labelIn(language, reason) },
    ]),
  );
}

export function risksTable(risks: readonly Risk[], language: Language): Block {
  const words = reportWords[language];
  return table(
    words.risks,
    tableOf(risks, [
      { label: words.risk, words: true, cell: ({ name }) => labelIn(language, name) },
      { label: words.p90, cell: ({ kpis }) => inCell(waitWords(kpis.waitP90Ms, language)) },
      { label: words.left, cell: ({ kpis }) => inCell(shareWords(kpis.abandonRate)) },
      { label: words.missedWhen, words: true, cell: ({ missed }) => whenMissed(missed, language) },
    ]),
  );
}
