import { estimateKpis, type KpiEstimates } from '../../engine/results/study.ts';
import type { RuleSpec } from '../../lobby/branch/rules.ts';
import type { JournalEntry } from '../../lobby/journal/event.ts';
import { anyKpiIds } from '../../lobby/kpi/any-kpi.ts';
import { type Replay, replay } from '../../study/replay/replay.ts';
import { estimateText, labelOf } from '../figures.ts';
import { refusing } from '../input-errors.ts';
import { readJournal } from '../journal/read-journal.ts';
import { jsonOption, ruleOf, seedOption } from '../option-values.ts';
import { readModel, readPlan } from '../read-model.ts';
import { textTable } from '../text-table.ts';
import type { Verb } from '../verb.ts';
import { noteLine } from '../warning.ts';
import { ruleFor } from './rule-for.ts';

interface ReplayFlags {
  readonly strategy?: string;
  readonly greeting?: string;
  readonly plan?: string;
  readonly model?: string;
  readonly seed: number;
  readonly json: boolean;
}

/** `replay`: a recorded day under another rule. */
export const replayVerb: Verb = {
  name: 'replay',
  define(command) {
    command
      .description(
        '用另一种规则重演真实的一天。 Run recorded days again under another rule or plan: the customers who came, with the work they took; what is not on record is drawn and counted.',
      )
      .argument('<journal>', 'a journal (NDJSON), as "tingtang export" or "tingtang simulate --journal" writes it')
      .option('--strategy <id>', "calling strategy instead of the day's: its id, or id=JSON for options")
      .option('--greeting <id>', "greeting policy instead of the day's, likewise")
      .option('--plan <file>', "plan instead of the day's own, or of the roster that was worked where it had none")
      .option(
        '--model <model>',
        "says what is not on record (patience of the served, work of leavers); else the record's own figures do",
      )
      .addOption(seedOption())
      .addOption(jsonOption())
      .addHelpText(
        'after',
        `
  tingtang export --branch demo --day 2026-03-02 -o day.ndjson
  tingtang replay day.ndjson --strategy fcfs
  tingtang replay day.ndjson --plan new.json --model model.json --json

Under the day's own rule and plan a simulated journal gives its own figures again.`,
      )
      .action(async (path: string, flags: ReplayFlags) => {
        const journal = readJournal(path);
        const answer = await refusing(() =>
          replay(journal, {
            seed: flags.seed,
            plan: flags.plan === undefined ? undefined : readPlan(flags.plan),
            strategy: ruleOn(journal, flags.strategy, 'strategy'),
            greeting: ruleOn(journal, flags.greeting, 'greeting'),
            model: flags.model === undefined ? null : readModel(flags.model),
          }),
        );
        const { recorded, replayed, ...rest } = answer;
        const figures = { recorded: estimateKpis(recorded), kpis: estimateKpis(replayed) };
        process.stdout.write(
          flags.json
            ? `${JSON.stringify({ days: answer.dates.length, seed: flags.seed, ...rest, ...figures })}\n`
            : `${tell(answer, figures)}\n`,
        );
      });
  },
};

/** A rule for the branch that a journal tells of; a journal that tells of none is refused as such. */
function ruleOn(journal: readonly JournalEntry[], text: string | undefined, option: 'strategy' | 'greeting'): RuleSpec | undefined {
  const configured = journal.findLast((event) => event.type === 'branch-configured');
  if (text === undefined) return undefined;
  return configured === undefined ? ruleOf(text, option) : ruleFor(configured.data.config, text, option);
}

function tell(answer: Replay, { kpis: now, recorded }: { readonly recorded: KpiEstimates; readonly kpis: KpiEstimates }): string {
  const { dates, drawn, dropped, notes, plan, staffFrom, strategy, visits } = answer;
  const days = dates.length === 1 ? dates[0]! : `${dates[0]} to ${dates.at(-1)} (${dates.length} days)`;
  return [
    `${days}: ${visits} visits, plan ${plan} (staff as in the ${staffFrom}), strategy ${strategy}`,
    `补抽 Drawn: patience of ${drawn.patience} needs, work of ${drawn.work}; ${dropped} tickets left out.`,
    ...notes.map(noteLine),
    '',
    textTable(
      ['指标 KPI', '实际 recorded', '重演 replayed'],
      anyKpiIds
        .filter((id) => recorded[id] !== null || now[id] !== null)
        .map((id) => [labelOf(id), estimateText(id, recorded[id]), estimateText(id, now[id])]),
    ),
  ].join('\n');
}
