import { afterAll, describe, expect, it } from 'vitest';
import { SolverThread } from '../../../simulator/hosts/solver-thread.ts';
import { giveWay } from '../../../simulator/staffing/milp/give-way.ts';
import { highsHere, solveWith } from '../../../simulator/staffing/milp/highs.ts';
import { type Program, ProgramBuilder, relaxed } from '../../../simulator/staffing/milp/program.ts';
import { unitsByName } from '../../../simulator/staffing/roster/week-problem.ts';
import { weekProgram } from '../../../simulator/staffing/roster/week-program.ts';
import { weekProblem } from './a-week.ts';

const options = { gap: 1e-9, seconds: 100 };

/** A person costs 3, a machine 2; together at least 3.5, at most two machines. */
function small(most = 2): Program {
  const builder = new ProgramBuilder();
  const person = builder.column('person', 3);
  const machine = builder.column('machine', 2);
  builder.atLeast(
    'enough',
    3.5,
    [
      [person, 1],
      [machine, 1],
    ],
    'enough of both',
  );
  builder.atMost('machines', most, [[machine, 1]], 'room for machines');
  builder.constant(10);
  return builder.build();
}

describe('the solver thread', () => {
  const solver = new SolverThread();
  afterAll(() => solver.close());

  it('solves one program after another, with the bound and its own constant', async () => {
    expect(await solver.solve(small(), options)).toMatchObject({ state: 'optimal', cost: 20, bound: 20, values: [2, 2] });
    expect(await solver.solve(small(0), options)).toMatchObject({ state: 'optimal', cost: 22, values: [4, 0] });
    expect(await solver.solve(relaxed(small()), options)).toMatchObject({ state: 'optimal', cost: 18.5, bound: 18.5 });
  });

  it('starts from a solution and can only be better', async () => {
    const seen: (number | null)[] = [];
    const solved = await solver.solve(small(), { ...options, start: [4, 0] }, ({ incumbent }) => seen.push(incumbent));
    expect(solved.cost).toBe(20);
    expect(seen[0]).toBeLessThanOrEqual(22);
  });

  it('stopped, it keeps the best there is, with its bound', async () => {
    const week = weekProblem(40);
    const { program } = weekProgram(week, unitsByName(week));
    const solved = await solver.solve(program, { gap: 0, seconds: 60 }, ({ incumbent }) => {
      if (incumbent !== null) solver.stop();
    });
    expect(['stopped', 'optimal']).toContain(solved.state);
    expect(solved.values).toHaveLength(program.columns.length);
    expect(solved.bound!).toBeLessThanOrEqual(solved.cost! + 1e-6);
  });

  it('what other solvers read has the same optimum', async () => {
    const lp = await solver.write(small(), 'lp');
    expect(solveWith(await highsHere(), { lp }, options).cost).toBe(20);
    expect(await solver.write(small(), 'mps')).toMatch(/^NAME[\s\S]*ROWS[\s\S]*ENDATA/m);
  });

  it('no solution is an answer; the nearest plan says which rules give and by how much', async () => {
    const builder = new ProgramBuilder();
    const person = builder.column('person', 3, { high: 2 });
    builder.atLeast('need', 5, [[person, 1]], 'need of tellers');
    const program = builder.build();
    expect(await solver.solve(program, options)).toMatchObject({ state: 'infeasible', values: null, cost: null });
    const { solved, gives } = await giveWay(program, solver, options);
    expect(gives).toEqual([{ rule: 'need of tellers', by: 3 }]);
    expect(solved).toMatchObject({ values: [2], cost: 6, bound: null });
  });

  it('a lawful rule gives only where no other can', async () => {
    const builder = new ProgramBuilder();
    const person = builder.column('person', 1);
    builder.atLeast('need', 5, [[person, 1]], 'need');
    builder.atMost('law', 3, [[person, 1]], 'the law');
    const { gives } = await giveWay(builder.build(), solver, options, new Set(['the law']));
    expect(gives).toEqual([{ rule: 'need', by: 2 }]);
  });
});
