import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { answerCase } from '../../../simulator/validation/answer-case.ts';
import { casesSchema } from '../../../simulator/validation/case.ts';
import { validate } from '../../../simulator/validation/validate.ts';
import cases from '../../theory/cases.json' with { type: 'json' };
import furtherCases from '../../theory/further-cases.json' with { type: 'json' };
import queueCases from '../../theory/queue-cases.json' with { type: 'json' };
import rosterCases from '../../theory/roster-cases.json' with { type: 'json' };
import staffingCases from '../../theory/staffing-cases.json' with { type: 'json' };

/** The heaviest; `tingtang validate` runs them. */
const left = new Set(['mg1-lq-0.95-2', 'sipp-30-0.5-2-0.5-0.1', 'sipp-30-1-2-0.5-0.1', 'sipp-30-1-8-0.5-0.1']);

const folder = fileURLToPath(new URL('../../theory/', import.meta.url));

describe('the shipped cases', () => {
  it('all pass through the engine and theory, with few customers', async () => {
    const all = casesSchema
      .parse([...cases, ...queueCases, ...staffingCases, ...furtherCases, ...rosterCases])
      .filter(({ id }) => !left.has(id));
    const verdict = await validate(all, { seed: 1, precision: 0.2 }, (jobs) =>
      Promise.all(jobs.map(({ one, effort }) => answerCase(one, effort, folder))),
    );
    expect(verdict.cases.filter(({ pass }) => !pass)).toEqual([]);
    expect(verdict.unsupported).toEqual([]);
    // one entry a case, and most queues have really gone through the engine
    expect(verdict.cases).toHaveLength(all.length);
    expect(verdict.cases.filter(({ by }) => by !== 'theory').length).toBeGreaterThan(60);
  }, 240_000);
});
