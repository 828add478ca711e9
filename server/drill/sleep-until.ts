import { setTimeout as sleep } from 'node:timers/promises';

/** Until a wall time, or the signal. */
export async function sleepUntil(wallMs: number, signal: AbortSignal): Promise<void> {
  await sleep(Math.max(0, wallMs - Date.now()), undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
