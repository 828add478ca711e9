import type { Branch } from '../../lobby/branch/branch.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import type { RuleSpec } from '../../lobby/branch/rules.ts';
import type { JournalEntry } from '../../lobby/journal/event.ts';
import { keptEvents } from '../../lobby/kpi/kept-events.ts';
import { type CalendarDay, calendarDay } from '../calendar.ts';

/** One business day of a journal, with what was in force when it opened. */
export interface JournalDay {
  readonly calendar: CalendarDay;
  readonly branch: Branch;
  readonly plan: Plan | null;
  readonly rule: RuleSpec;
  readonly opensAt: number;
  readonly closesAt: number;
  /** Events of the day, those taken back left out; the configuration in force is the first. */
  readonly events: readonly JournalEntry[];
}

/** The business days of a journal, in order. What was taken back does not count. */
export function daysOfJournal(journal: readonly JournalEntry[]): readonly JournalDay[] {
  const days: { head: Omit<JournalDay, 'events'>; events: JournalEntry[] }[] = [];
  let configured: Extract<JournalEntry, { type: 'branch-configured' }> | null = null;
  let plan: Plan | null = null;
  for (const event of keptEvents(journal)) {
    if (event.type === 'branch-configured') configured = event;
    if (event.type === 'plan-adopted') plan = event.data.plan;
    if (event.type === 'day-opened' && configured !== null) {
      const { date, hours, rule, startsAt, endsAt } = event.data;
      const branch = configured.data.config;
      const head = {
        calendar: calendarDay(branch.zone, date),
        branch,
        plan,
        rule,
        opensAt: Math.min(...hours.map(({ from }) => from), endsAt),
        closesAt: Math.max(...hours.map(({ to }) => to), startsAt),
      };
      days.push({ head, events: [configured, event] });
    } else days.at(-1)?.events.push(event);
  }
  return days.map(({ head, events }) => ({ ...head, events }));
}
