import { expect, it } from 'vitest';
import { incidentsOf } from '../../../simulator/history/backtest/incidents.ts';
import { WaitTable } from '../../../simulator/history/backtest/wait-table.ts';
import type { Plan } from '../../../simulator/lobby/branch/plan.ts';

it('[HB2] a rush and a half hour with nobody at work are incidents; a busy one is not', () => {
  const cells = new WaitTable();
  const come = (of: string, customers: number): void => {
    for (let n = 0; n < customers; n++) cells.add(of, 0, 'served');
  };
  const shift: Plan['roster'][number] = { role: 'teller', count: 1, breaks: [], from: '09:00', to: '11:00' };
  const days = ['2026-03-02', '2026-03-03', '2026-03-04'];
  for (const day of days) {
    come(`${day} 09:00`, 30);
    come(`${day} 10:00`, 30);
  }
  come('2026-03-03 09:00', 25);
  come('2026-03-04 10:00', 40);
  const rosters = new Map(
    days.map((day) => [
      day,
      day === '2026-03-02'
        ? [
            { ...shift, to: '10:10' },
            { ...shift, from: '10:25' },
          ]
        : [shift],
    ]),
  );
  expect(incidentsOf(cells, rosters)).toEqual([
    { of: '2026-03-02 10:00', customers: 30, usual: 50, why: 'nobody-at-work' },
    { of: '2026-03-04 10:00', customers: 70, usual: 30, why: 'rush' },
  ]);
});
