import type { Reply } from '../../display/ui/live/command-client.ts';
import type { Board } from '../../simulator/lobby/board/board.ts';
import { seriesNeeded } from '../series.ts';
import type { Keep } from './keep.ts';
import { type Block, dropped, finished, lowSeries } from './kept.ts';
import type { Sender } from './merge.ts';

interface LeasedBlock {
  readonly block: {
    readonly id: string;
    readonly series: string;
    readonly date: string;
    readonly from: number;
    readonly to: number;
  };
  readonly digits: number;
}

/** Leases of the business day: gives back what is over or used up, and fetches numbers for every series that runs low. */
export async function renew(keep: Keep, sender: Sender, board: Board): Promise<void> {
  const { day } = board;
  if (day === null || !day.open) return;
  const kept = await keep.read();
  for (const block of finished(kept, day.date)) {
    if (!(await giveBack(block, sender))) return;
    await keep.change((now) => [dropped(now, block.id), null]);
  }
  for (const series of lowSeries(await keep.read(), seriesNeeded(board), day.date)) {
    const reply = await sender.post('/number-blocks', { series });
    if (!reply.ok) return;
    const block = blockOf(reply, day);
    if (block !== null) await keep.change((now) => [{ ...now, blocks: [...now.blocks, block] }, null]);
  }
}

/** A block that the lobby does not know, or has back, is done with too. */
async function giveBack(block: Block, sender: Sender): Promise<boolean> {
  const reply = await sender.post(`/number-blocks/${encodeURIComponent(block.id)}/return`, {});
  return reply.ok || reply.code === 'unknown-block' || reply.code === 'block-returned';
}

/** A block of another day than the one the board shows would be of no use: the day has just rolled. */
function blockOf(reply: Extract<Reply, { ok: true }>, day: NonNullable<Board['day']>): Block | null {
  const { block, digits } = reply.body as unknown as LeasedBlock;
  if (block.date !== day.date) return null;
  const { id, series, date, from, to } = block;
  return { id, series, date, endsAt: day.endsAt, next: from, to, size: to - from + 1, digits };
}
