import { type Failure, newKey, type Reply } from '../../display/ui/live/command-client.ts';
import type { Board } from '../../simulator/lobby/board/board.ts';
import type { Keep } from './keep.ts';
import { type Pending, replaced, settled, stranded } from './kept.ts';

/** The presses that merging needs. */
export interface Sender {
  post(path: string, body: object, press?: { readonly key?: string }): Promise<Reply>;
}

/** Refusals that time mends: the number stays in the outbox. */
const later: ReadonlySet<string> = new Set([
  'away',
  'unavailable',
  'day-not-open',
  'bad-token',
  'no-token',
  'role-may-not',
  'unknown-branch',
]);
/** The block is not (or no longer) as this kiosk knows it: no way of asking helps. */
const lost: ReadonlySet<string> = new Set(['unknown-block', 'block-returned', 'number-out-of-order']);

/**
 * Tells the lobby what was given while it was away, oldest first, so that every block arrives in its own order. Each number has
 * its key from the moment it was given: told twice, it counts once. Stops at the first that cannot be told now.
 */
export async function merge(keep: Keep, sender: Sender, board: Board): Promise<void> {
  for (;;) {
    const [first] = (await keep.read()).outbox;
    if (first === undefined) return;
    const fate = await tell(first, sender, board);
    if (fate === 'later') return;
    await keep.change((kept) => [
      fate === 'told' ? settled(kept, first.key) : fate === 'lost' ? stranded(kept, first) : replaced(kept, first.key, fate),
      null,
    ]);
  }
}

/** `Pending`: to be asked again so. */
type Fate = 'told' | 'later' | 'lost' | Pending;

async function tell(pending: Pending, sender: Sender, board: Board): Promise<Fate> {
  const { block, ordinal, givenAt, key, body } = pending;
  const reply = await sender.post('/tickets', { ...body, offline: { block, ordinal, occurredAt: givenAt } }, { key });
  if (reply.ok) return 'told';
  if (later.has(reply.code)) return 'later';
  if (reply.code === 'key-reused') return takeBackTwin(pending, sender);
  if (isThereAlready(reply, ordinal)) return 'told';
  if (lost.has(reply.code)) return 'lost';
  return simpler(pending, board) ?? 'lost';
}

/** This kiosk alone gives the numbers of its blocks, in order: when the lobby expects a later one, it has this one. */
const isThereAlready = ({ code, facts }: Failure, ordinal: number): boolean =>
  code === 'number-out-of-order' && Number(facts?.expected) > ordinal;

/**
 * The lobby had given a number for this visit just before the line broke; nobody ever saw it. It is taken back, and the number
 * that the customer holds goes in under a new key.
 */
async function takeBackTwin(pending: Pending, sender: Sender): Promise<Fate> {
  const twin = await sender.post('/tickets', pending.body, { key: pending.key });
  if (!twin.ok && later.has(twin.code)) return 'later';
  const id = twin.ok ? (twin.body.ticket as { id?: string } | null)?.id : undefined;
  if (id !== undefined) {
    const taken = await sender.post(
      `/tickets/${encodeURIComponent(id)}/void`,
      { reason: 'duplicate' },
      { key: `${pending.key}-twin` },
    );
    // Refused otherwise, it has been called and has gone its way already.
    if (!taken.ok && later.has(taken.code)) return 'later';
  }
  return { ...pending, key: newKey() };
}

/**
 * The branch has changed meanwhile and no longer knows what was asked. The customer still stands there with the number: it is
 * told without what is unknown, and staff put the rest right.
 */
function simpler(pending: Pending, board: Board): Pending | null {
  const { traits, needs, segment } = pending.body;
  const { segment: _, ...body } = pending.body;
  if (traits.length > 0 || segment !== undefined) return { ...pending, key: newKey(), body: { ...body, traits: [] } };
  const near = board.services.find(({ series }) => series === pending.series) ?? board.services[0];
  if (near === undefined || (needs.length === 1 && needs[0]?.service === near.id)) return null;
  return { ...pending, key: newKey(), body: { ...body, needs: [{ service: near.id }] } };
}
