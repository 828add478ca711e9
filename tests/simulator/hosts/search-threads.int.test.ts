import { afterAll, describe, expect, it } from 'vitest';
import { CannotRun } from '../../../simulator/engine/run.ts';
import { inlineRun } from '../../../simulator/hosts/inline.ts';
import { SearchThreads } from '../../../simulator/hosts/search-threads.ts';
import { truth } from '../history/known-truth.ts';

describe('the run port of a search on threads', () => {
  const threads = new SearchThreads(2);
  afterAll(() => threads.close());
  // several pieces: 312 customers a day
  const job = { model: truth, plans: [truth.plan!], seed: 4, firstDay: 0, days: 150, sections: 5 };

  it('gives the same bits as one thread, several jobs at a time, and again from tapes it kept', async () => {
    const here = inlineRun();
    const other = { ...job, seed: 9, days: 70 };
    const [first, second, again] = await Promise.all([threads.run(job), threads.run(other), threads.run(job)]);
    expect(first).toEqual(await here(job));
    expect(second).toEqual(await here(other));
    expect(again).toEqual(first);
  });

  it('a job that makes no sense is refused before anything runs', async () => {
    const plan = { ...truth.plan!, roster: [{ ...truth.plan!.roster[0]!, station: 'nowhere' }] };
    await expect(threads.run({ ...job, plans: [plan] })).rejects.toThrow(CannotRun);
  });
});
