import { Piscina } from 'piscina';
import type { Agreement } from '../agreement/agree.ts';
import type { EnginesPiece } from './engines-worker.ts';
import { asPiscinaLoads, shareCompiled } from './share-compiled.ts';
import { threadFile } from './thread-file.ts';

const filename = threadFile('engines-worker').href;

/** Days that one seed stands for: a difference is shown again by this many days of its own seed. */
export const daysOfSeed = 250;

/** What random days came to on all threads. */
export interface EnginesReport {
  readonly days: number;
  readonly agreed: number;
  /** Of the first piece, in the order of seeds, on which the journals differed. */
  readonly difference: { readonly seed: number; readonly days: number; readonly text: string } | null;
}

/**
 * Random days in pieces, piece k from seed + k, so that any difference is found again by its piece alone. Begins no further piece
 * at the signal, nor after a difference.
 */
export async function checkOnThreads(
  seed: number,
  days: number,
  threads: number,
  signal: AbortSignal,
  progress: (agreed: number) => void = () => {},
): Promise<EnginesReport> {
  await shareCompiled(() => asPiscinaLoads(filename));
  const pool = new Piscina({ filename, minThreads: threads, maxThreads: threads });
  let next = 0;
  let agreed = 0;
  const differences: NonNullable<EnginesReport['difference']>[] = [];
  const work = async (): Promise<void> => {
    for (let from = next; from < days && !signal.aborted && differences.length === 0; from = next) {
      next += daysOfSeed;
      const piece: EnginesPiece = { seed: seed + from / daysOfSeed, days: Math.min(daysOfSeed, days - from) };
      const found = (await pool.run(piece)) as Agreement;
      agreed += found.agreed;
      if (found.difference !== null) differences.push({ ...piece, text: found.difference });
      progress(agreed);
    }
  };
  try {
    await Promise.all(Array.from({ length: threads }, work));
  } finally {
    await pool.destroy();
  }
  differences.sort((one, other) => one.seed - other.seed);
  return { days: agreed + differences.length, agreed, difference: differences[0] ?? null };
}
