import { inlineHost } from '../../simulator/hosts/inline.ts';
import { nodePool } from '../../simulator/hosts/node-pool.ts';
import type { Host } from '../../simulator/study/host.ts';
import { bitsOf, type HostUnderTest, hostContract, threadContract } from './host-contract.ts';

function under(host: Host): HostUnderTest {
  return {
    async start(job, { limits, cancelFrom } = {}) {
      const abort = new AbortController();
      if (cancelFrom === 0) abort.abort();
      const progress: number[] = [];
      const tell = (days: number): void => {
        progress.push(days);
        if (cancelFrom !== undefined && days >= cancelFrom) abort.abort();
      };
      const { days, result, stopped } = await host.start(job, { limits, signal: abort.signal, progress: tell });
      return { days, stopped, bits: bitsOf(result), progress };
    },
    close: () => host.close(),
  };
}

hostContract('inline', async () => under(inlineHost()), [1]);

async function openPool(workers: number): Promise<HostUnderTest> {
  const host = nodePool({ workers });
  const kill = async (afterMs: number): Promise<void> => {
    await new Promise((done) => setTimeout(done, afterMs));
    await host.threads().at(-1)?.terminate();
  };
  return { ...under(host), kill };
}

hostContract('Node pool', openPool, [1, 3]);
threadContract('Node pool', openPool);
