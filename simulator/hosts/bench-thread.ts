import { Piscina } from 'piscina';
import type { Speed } from '../study/bench/measure-speed.ts';
import type { BenchTask } from './bench-worker.ts';
import { asPiscinaLoads, shareCompiled } from './share-compiled.ts';
import { threadFile } from './thread-file.ts';

const filename = threadFile('bench-worker').href;

/** Measures in a thread that is made as those of a study are: days are slower in main, which has stripped types. */
export async function measureOnThread(task: BenchTask): Promise<Speed> {
  await shareCompiled(() => asPiscinaLoads(filename));
  const pool = new Piscina({ filename, minThreads: 1, maxThreads: 1 });
  try {
    return (await pool.run(task)) as Speed;
  } finally {
    await pool.destroy();
  }
}
