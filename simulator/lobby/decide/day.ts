import type { CommandOf } from '../command/command.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { problemsOfRules, rulesInForce } from '../rules-in-force.ts';
import { type Act, readyAgain } from './act.ts';
import { branchOf } from './find.ts';
import { brokenReferences } from './reconfigure.ts';

/** [D1] A branch may change under way; what tickets in the lobby still need must stay declared. */
export function configure(act: Act, command: CommandOf<'configure'>): Refusal | null {
  const { config } = command;
  const problems = [
    ...problemsOfRules(config.rules.calling, config.rules.greeting, config),
    ...brokenReferences(act.state, config),
  ];
  if (problems.length > 0) return refuse('config-invalid', { problems });
  act.emit({ type: 'branch-configured', data: { version: (act.state.config?.version ?? 0) + 1, config } });
  return null;
}

export function adoptPlan(act: Act, command: CommandOf<'adopt-plan'>): Refusal | null {
  const branch = branchOf(act.state);
  if (isRefusal(branch)) return branch;
  const { plan } = command;
  const problems = problemsOfRules(plan.calling ?? branch.rules.calling, plan.greeting ?? branch.rules.greeting, branch);
  if (problems.length > 0) return refuse('config-invalid', { problems });
  act.emit({ type: 'plan-adopted', data: { plan } });
  return null;
}

export function changeStrategy(act: Act, command: CommandOf<'change-strategy'>): Refusal | null {
  const branch = branchOf(act.state);
  if (isRefusal(branch)) return branch;
  const effectiveAt = command.effectiveAt ?? act.nowMs;
  if (effectiveAt < act.nowMs) return refuse('effective-in-past', { effectiveAt, now: act.nowMs });
  const problems = problemsOfRules(command.rule, branch.rules.greeting, branch);
  if (problems.length > 0) return refuse('unknown-strategy', { rule: command.rule.id, problems });
  act.emit({ type: 'strategy-changed', data: { rule: command.rule, effectiveAt } });
  return null;
}

/** [D5] Days open in order, each once: a date opened again would give its numbers again. */
export function openDay(act: Act, command: CommandOf<'open-day'>): Refusal | null {
  const { config, day, planId } = act.state;
  if (!config) return refuse('branch-not-configured');
  if (day?.open) return refuse('day-already-open', { date: day.date });
  if (day && command.date <= day.date) return refuse('day-over', { date: command.date, last: day.date });
  const { date, startsAt, endsAt, hours } = command;
  const { rule } = rulesInForce(act.state, act.nowMs);
  act.emit({ type: 'day-opened', data: { date, startsAt, endsAt, hours, config: config.version, plan: planId, rule } });
  return null;
}

/** [D4] Waiting, called and parked tickets become void; a service under way ends on its own day. */
export function closeDay(act: Act): Refusal | null {
  const { day, tickets } = act.state;
  if (!day?.open) return refuse('day-not-open', { date: day?.date ?? null });
  const left = [...tickets.values()].filter(({ status }) => status === 'waiting' || status === 'called' || status === 'parked');
  for (const ticket of left.sort((a, b) => a.seq - b.seq)) {
    act.emit({ type: 'voided', data: { ticket: ticket.id, reason: 'day-ended' } });
    if (ticket.station !== null) readyAgain(act, ticket.station);
  }
  act.emit({ type: 'day-closed', data: { date: day.date } });
  return null;
}
