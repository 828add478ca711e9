import { keepCompiled } from '../../../simulator/cli/keep-compiled.ts';

/** A process that lets each kind of thread that runs days do a little, as a verb would: with compiled files kept, and nothing loaded before. */
keepCompiled();
const { measureOnThread } = await import('../../../simulator/hosts/bench-thread.ts');
const { CasePool } = await import('../../../simulator/hosts/case-pool.ts');
const { checkOnThreads } = await import('../../../simulator/hosts/engines-pool.ts');
const { nodePool } = await import('../../../simulator/hosts/node-pool.ts');
const { daysOf } = await import('../../../simulator/hosts/pieces.ts');
const { SearchThreads } = await import('../../../simulator/hosts/search-threads.ts');
const { bankDay } = await import('../../../simulator/study/bench/bank-day.ts');

const { model, plan } = bankDay();
const job = { model, plans: [plan], seed: 1, firstDay: 0, days: 200, sections: 2 };
const pool = nodePool({ workers: 1 });
const search = new SearchThreads(1);
const cases = new CasePool(1, '.');
const one = { id: 'erlang', kind: 'erlang-b', params: { servers: 1, offered: 1 }, expected: { block: 0.5 }, tolerance: 1e-12 };
const [{ days }, [searched], { agreed }, [answered], { days: measured }] = await Promise.all([
  pool.start(job),
  search.run(job),
  checkOnThreads(1, 5, 1, new AbortController().signal),
  cases.answerCases([{ one, effort: { seed: 1, precision: 0.5 } }]),
  measureOnThread({ bench: { model, plan, unitMs: 1 }, days: 50, seed: 1 }),
]);
await Promise.all([pool.close(), search.close(), cases.close()]);
console.log(JSON.stringify({ days, searched: daysOf([searched!]), agreed, answered, measured }));
