import type { CommandOf } from '../command/command.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Act } from './act.ts';

/** [E1] A rule's proposal, open until answered or expired. */
export function proposeElastic(act: Act, command: CommandOf<'propose-elastic'>): Refusal | null {
  const rule = act.state.config?.elastic.find(({ id }) => id === command.rule);
  if (!rule) return refuse('unknown-rule', { rule: command.rule, known: act.state.config?.elastic.map(({ id }) => id) ?? [] });
  const { proposal, action, waiting } = command;
  if (act.state.proposals.has(proposal)) return refuse('proposal-exists', { proposal });
  act.emit({
    type: 'elastic-proposed',
    data: { proposal, rule: rule.id, action, station: rule.station, waiting, expiresAt: act.nowMs + rule.expiresMs },
  });
  return null;
}

export function answerElastic(act: Act, command: CommandOf<'answer-elastic'>): Refusal | null {
  if (!act.state.proposals.has(command.proposal)) return refuse('unknown-proposal', { proposal: command.proposal });
  act.emit({ type: `elastic-${command.answer}`, data: { proposal: command.proposal } });
  return null;
}
