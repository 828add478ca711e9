import type { CommandOf } from '../command/command.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { Act } from './act.ts';
import { branchOf } from './find.ts';
import { nextBlockFrom } from './number.ts';

/** [N3] Numbers for a kiosk that may lose the server: they are its own for the rest of the day. */
export function leaseBlock(act: Act, command: CommandOf<'lease-block'>): Refusal | null {
  const branch = branchOf(act.state);
  if (isRefusal(branch)) return branch;
  const { day } = act.state;
  if (!day?.open) return refuse('day-not-open', { date: day?.date ?? null });
  const series = new Set([
    ...branch.services.map((service) => service.series),
    ...branch.segments.flatMap((segment) => segment.series ?? []),
  ]);
  if (!series.has(command.series)) return refuse('unknown-series', { series: command.series, known: [...series] });
  if (act.state.blocks.has(command.block)) return refuse('block-exists', { block: command.block });
  const from = nextBlockFrom(act.state, branch, day, command.series);
  const to = from + branch.rules.numbers.leaseSize - 1;
  act.emit({
    type: 'number-block-leased',
    data: { block: command.block, series: command.series, from, to, holder: command.holder },
  });
  return null;
}

export function returnBlock(act: Act, command: CommandOf<'return-block'>): Refusal | null {
  const block = act.state.blocks.get(command.block);
  if (!block) return refuse('unknown-block', { block: command.block });
  if (block.returned) return refuse('block-returned', { block: command.block });
  act.emit({ type: 'number-block-returned', data: { block: block.id, used: block.next - block.from } });
  return null;
}
