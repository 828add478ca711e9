import { describe, expect, it } from 'vitest';
import { type CatalogueShift, shiftsOf } from '../../../simulator/staffing/contracts/catalogue.ts';
import { contractsSchema } from '../../../simulator/staffing/contracts/contracts.ts';
import { span } from './a-week.ts';

const base = { id: 'c', kind: 'full-time', role: 'teller', hours: [8], costPerHour: 40 };
const contracts = (contract: object) => contractsSchema.parse({ v: 1, currency: 'CNY', contracts: [{ ...base, ...contract }] });
const shifts = (contract: object): readonly CatalogueShift[] => {
  const made = shiftsOf(contracts(contract).contracts[0]!, 0, span);
  if ('why' in made) throw new Error(made.why);
  return made;
};

describe('the shifts that a contract allows', () => {
  it('every start at which the shift ends by closing; an unpaid break lowers the wage', () => {
    const all = shifts({ hours: [6], breaks: [{ minutes: 60, afterHours: 2, beforeEndHours: 2 }] });
    expect(all.map(({ pieces }) => pieces[0])).toEqual([0, 1, 2, 3, 4].map((from) => ({ from, to: from + 12 })));
    expect(all[0]).toMatchObject({ breaks: [{ length: 2, earliest: 4, latest: 6 }], paid: 10, cost: 200 });
  });

  it('starts within hours, so far apart', () => {
    const all = shifts({ kind: 'part-time', hours: [3, 4], startsFrom: '10:00', startsTo: '12:00', everyMinutes: 60 });
    expect(all.map(({ pieces }) => [pieces[0]!.from, pieces[0]!.to])).toEqual([
      [2, 8],
      [4, 10],
      [6, 12],
      [2, 10],
      [4, 12],
      [6, 14],
    ]);
  });

  it('a split shift has two pieces and pays for neither the gap nor less than its way', () => {
    const all = shifts({ kind: 'split', hours: [4], gapHours: [3], costPerShift: 30 });
    expect(all[0]).toMatchObject({
      pieces: [
        { from: 0, to: 4 },
        { from: 10, to: 14 },
      ],
      cost: 190,
      paid: 8,
    });
    expect(all.every(({ pieces }) => pieces[1]!.to <= span.steps)).toBe(true);
  });

  it('lunch within the hours of lunch; a shift that lies clear of them has none', () => {
    const lunch = { minutes: 60, afterHours: 1, beforeEndHours: 1, from: '11:30', to: '13:00' };
    const all = shifts({ hours: [3, 8], breaks: [lunch] });
    const morning = all.find(({ pieces }) => pieces[0]!.from === 0 && pieces[0]!.to === 6);
    expect(morning!.breaks).toEqual([]);
    expect(all.find(({ pieces }) => pieces[0]!.to - pieces[0]!.from === 16)!.breaks).toEqual([
      { length: 2, earliest: 5, latest: 8 },
    ]);
  });

  it('a contract that fits nowhere says so', () => {
    expect(shiftsOf(contracts({ hours: [9] }).contracts[0]!, 0, span)).toMatchObject({
      contract: 'c',
      why: expect.stringContaining('9 h'),
    });
  });

  it.each([
    [{ contracts: [base, base] }, 'ids of contracts are to differ'],
    [{ contracts: [{ ...base, gapHours: [2] }] }, 'a split shift, and no other'],
    [{ contracts: [base], people: [{ id: 'T1', contracts: ['d'] }] }, '"d" is no contract; there are: c'],
    [{ contracts: [base], people: [{ id: 'T1', contracts: ['c'], hoursLeast: 50 }] }, '50 h at least is more than 40 h at most'],
  ])('contradictory contracts are refused: %#', (given, message) => {
    const parsed = contractsSchema.safeParse({ v: 1, currency: 'CNY', ...given });
    expect(parsed.error?.issues.map((issue) => issue.message).join('; ')).toContain(message);
  });
});
