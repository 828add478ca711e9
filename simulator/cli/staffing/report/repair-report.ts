import { plain } from '../../../report/format/quantity.ts';
import { type Block, reportHtml, type Section } from '../../../report/html/report.ts';
import { roleNames } from '../../../report/roster/role-names.ts';
import { tableOf } from '../../../report/table.ts';
import { type Label, type Language, labelIn, wordsIn } from '../../../report/words/words.ts';
import type { Repair } from '../../../staffing/repair/repair-day.ts';
import { parseTargets } from '../../../staffing/target.ts';
import type { Model } from '../../../workload/model.ts';
import { warningIn } from '../../warning.ts';
import { inLines, type ReportContext } from './day-report.ts';
import { inCell, shareWords, waitWords } from './estimate-words.ts';
import { ganttCharts, type NamedRoster } from './roster-charts.ts';
import { whenMissed } from './tables.ts';
import { p90LimitOf, targetInWords } from './target-words.ts';
import { type PlanWaits, waitsCharts } from './waits-charts.ts';
import { reportWords } from './words.ts';

const asItIs: Label = { zh: '不改动', en: 'As it is' };
const mended: Label = { zh: '改动后', en: 'Mended' };

const words = {
  'zh-CN': {
    title: (branch: string) => `${branch}：今日补救排班`,
    holds: '改动后，余下各半小时仍达标，把握 95 %。',
    nearest: '这是最接近的方案：余下时段并非都能确定达标。',
    nobody: (skills: string, from: string) => `${from} 起在岗和可叫来的人都不能办 ${skills}。`,
    nothing: '不用改动。',
    changes: (count: number, cost: string) => `共改动 ${count} 处，多付 ${cost}。`,
    changesTitle: '要改动的只有',
    what: '改动',
    outcome: '结果',
    doubt: '余下未确定时段',
  },
  en: {
    title: (branch: string) => `${branch}: the rest of today, mended`,
    holds: 'With the changes every half hour that is left holds with 95 % confidence.',
    nearest: 'This is the nearest plan: not every half hour that is left surely holds.',
    nobody: (skills: string, from: string) => `From ${from} nobody at work, nor anybody who may be called in, can do ${skills}.`,
    nothing: 'Nothing needs to change.',
    changes: (count: number, cost: string) => `${count} ${count === 1 ? 'change' : 'changes'}, ${cost} of extra wages.`,
    changesTitle: 'All that changes',
    what: 'Change',
    outcome: 'What it comes to',
    doubt: 'In doubt from now on',
  },
} as const;

/** Skills that nobody has any more, in words. */
export const nobodyFor = ({ nobodyFor: cells }: Repair, language: Language): string[] =>
  cells.map(({ role, skills, from }) =>
    words[language].nobody((skills ?? [labelIn(language, roleNames[role].all)]).join(wordsIn(language).and), from),
  );

/** A mended day as one HTML file to be printed. `rosters`, `waits`: as it is, then mended. */
export function repairReport(
  model: Model,
  answer: Repair,
  target: string,
  currency: string,
  rosters: readonly [NamedRoster['roster'], NamedRoster['roster']],
  waits: readonly [PlanWaits['waits'], PlanWaits['waits']],
  language: Language,
  context: Pick<ReportContext, 'warnings' | 'command'>,
): string {
  const said = words[language];
  const usual = reportWords[language];
  const targets = parseTargets(target, model.branch);
  const money = (cost: number): string => usual.money(plain(cost), currency);
  const names = [asItIs, mended] as const;
  const section = (title: string, ...blocks: Block[]): Section => ({ title, blocks });
  const { after, before, changes, cost, verified } = answer;
  const outcome = tableOf(
    [
      { name: asItIs, ...before },
      { name: mended, ...after },
    ],
    [
      { label: usual.plan, words: true, cell: ({ name }) => labelIn(language, name) },
      { label: usual.p90, cell: ({ kpis }) => inCell(waitWords(kpis.waitP90Ms, language)) },
      { label: usual.left, cell: ({ kpis }) => inCell(shareWords(kpis.abandonRate)) },
      { label: said.doubt, words: true, cell: ({ failing }) => whenMissed(failing, language) },
    ],
  );
  const changed = tableOf(changes, [
    { label: said.what, words: true, cell: ({ what }) => labelIn(language, what) },
    { label: usual.cost, cell: (one) => money(one.cost) },
  ]);
  return reportHtml({
    language,
    title: said.title(labelIn(language, model.branch.names)),
    about: usual.about(targets.map((one) => targetInWords(one, model.branch, language)).join(language === 'zh-CN' ? '；' : '; ')),
    made: new Date().toISOString().slice(0, 10),
    finding: changes.length === 0 ? said.nothing : said.changes(changes.length, money(cost)),
    details: [verified.holds ? said.holds : said.nearest, ...nobodyFor(answer, language)],
    facts: [],
    sections: [
      ...(changes.length === 0 ? [] : [section(said.changesTitle, { is: 'table', title: said.changesTitle, table: changed })]),
      section(said.outcome, { is: 'table', title: said.outcome, table: outcome }, { is: 'text', text: usual.limitsNote }),
      section(
        usual.rosters,
        ...ganttCharts(
          names.map((name, at) => ({ name, roster: rosters[at]! })),
          language,
        ).map((chart): Block => ({ is: 'chart', chart })),
      ),
      section(
        usual.waits,
        ...waitsCharts(
          names.map((name, at) => ({ name, waits: waits[at]! })),
          () => p90LimitOf(targets),
          language,
        ),
      ),
    ],
    assumptions: context.warnings.map((text) => warningIn(language, text)),
    reproduce: { commands: [inLines(context.command)], notes: [usual.reproduceSolved] },
  });
}
