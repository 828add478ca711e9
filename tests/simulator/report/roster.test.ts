import { describe, expect, it } from 'vitest';
import { planSchema } from '../../../simulator/lobby/branch/plan.ts';
import { headCounts, requiredSpans } from '../../../simulator/report/roster/head-counts.ts';
import { rosterRows } from '../../../simulator/report/roster/roster-rows.ts';

const hour = 3_600_000;
const { roster } = planSchema.parse({
  v: 1,
  id: 'today',
  roster: [
    { person: 'g1', role: 'greeter', from: '09:00', to: '17:00' },
    { person: 'p1', from: '13:00', to: '17:00' },
    { person: 'p1', from: '08:30', to: '12:00', breaks: [{ from: '10:00', to: '10:15' }] },
    { count: 3, from: '09:00', to: '12:00' },
  ],
});

describe('rows of a roster', () => {
  it('put a person in one row, pieces in order, and staff of one kind in one row a shift', () => {
    const rows = rosterRows(roster, (person) => `#${person}`);
    expect(rows.map(({ name, role, count }) => [name, typeof role === 'string' ? role : role.en, count])).toEqual([
      ['#p1', 'Tellers', 1],
      [{ zh: '柜员', en: 'Teller' }, 'Tellers', 3],
      ['#g1', 'Greeters', 1],
    ]);
    expect(rows[0]).toMatchObject({
      pieces: [
        { fromMs: 8.5 * hour, toMs: 12 * hour },
        { fromMs: 13 * hour, toMs: 17 * hour },
      ],
      breaks: [{ fromMs: 10 * hour, toMs: 10.25 * hour }],
    });
  });
});

describe('head-counts of a roster', () => {
  it('change where somebody comes, goes or rests', () => {
    expect(headCounts(roster, 'teller').map(({ fromMs, toMs, count }) => [fromMs / hour, toMs / hour, count])).toEqual([
      [8.5, 9, 1],
      [9, 10, 4],
      [10, 10.25, 3],
      [10.25, 12, 4],
      [12, 13, 0],
      [13, 17, 1],
    ]);
    expect(headCounts(roster, 'advisor')).toEqual([]);
  });

  it('required ones come from the rows of a recommendation', () => {
    const requirement = [
      { role: 'teller' as const, from: '09:00', to: '09:30', count: 2 },
      { role: 'greeter' as const, from: '09:00', to: '09:30', count: 1 },
    ];
    expect(requiredSpans(requirement, 'teller')).toEqual([{ fromMs: 9 * hour, toMs: 9.5 * hour, count: 2 }]);
  });
});
