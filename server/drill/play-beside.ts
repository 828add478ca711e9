import { BranchDirectory } from '../branches/branch-directory.ts';
import { systemClock } from '../branches/clock.ts';
import { randomIds } from '../branches/ids.ts';
import type { Store } from '../store/store.ts';
import { theDrill } from './buttons.ts';
import { type LiveDrillOptions, liveDrill } from './live-drill.ts';
import { sleepUntil } from './sleep-until.ts';

/** A drill in another process than the service: both write the same journal, each takes what the other has written. */
export async function playBeside(
  store: Store,
  branch: string,
  options: LiveDrillOptions,
  signal: AbortSignal,
): Promise<{ readonly tickets: number; readonly served: number } | { readonly problem: string }> {
  let trouble: string | null = null;
  const directory = new BranchDirectory({
    store,
    clock: systemClock,
    ids: randomIds,
    onBug: (error) => {
      trouble = String(error);
    },
    // Two who write at once: the one that is late decides again, or presses again.
    onTrouble: () => {},
  });
  const queue = await directory.find(branch);
  if (queue === null) return { problem: `no branch "${branch}"` };
  if ('cannotServe' in queue) return { problem: queue.cannotServe };
  let tickets = 0;
  let served = 0;
  queue.onCommitted((events) => {
    for (const { by, type } of events ?? []) {
      if (by.id !== theDrill.id) continue;
      if (type === 'ticket-issued') tickets++;
      else if (type === 'service-finished' || type === 'device-use-ended') served++;
    }
  });
  let mark = store.changeMark();
  const ports = {
    queue,
    ids: randomIds,
    clock: systemClock,
    sleepUntil: async (wallMs: number, stop: AbortSignal) => {
      await sleepUntil(wallMs, stop);
      if (store.changeMark() === mark) return;
      mark = store.changeMark();
      await queue.tick();
    },
  };
  await liveDrill(ports, options, signal);
  await queue.idle();
  return trouble === null ? { tickets, served } : { problem: trouble };
}
