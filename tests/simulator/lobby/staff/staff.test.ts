import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TeamMember, teamMemberSchema } from '../../../../simulator/lobby/branch/service.ts';
import { isOpenAt, staysAfterClosing } from '../../../../simulator/lobby/staff/closing.ts';
import { breakEndsAt, whenDue } from '../../../../simulator/lobby/staff/due.ts';
import { leaveNow } from '../../../../simulator/lobby/staff/leavers.ts';
import { type TeamCandidate, teamFor } from '../../../../simulator/lobby/staff/team-for.ts';

describe('[P2] breaks and shift ends', () => {
  test('who is free goes when due, who is busy finishes the customer first', () => {
    expect(whenDue(100, false, 99)).toBe('not-yet');
    expect(whenDue(100, true, 99)).toBe('not-yet');
    expect(whenDue(100, false, 100)).toBe('go');
    expect(whenDue(100, true, 100)).toBe('finish-first');
  });

  test('a break that starts late keeps its length, within the shift', () => {
    expect(breakEndsAt({ from: 100, to: 160 }, 100, 500)).toBe(160);
    expect(breakEndsAt({ from: 100, to: 160 }, 130, 500)).toBe(190);
    expect(breakEndsAt({ from: 100, to: 160 }, 470, 500)).toBe(500);
    expect(breakEndsAt({ from: 100, to: 160 }, 510, 500)).toBe(510);
  });
});

describe('when capacity shrinks', () => {
  const leaving = (idleSince: readonly number[], count: number): number[] => {
    const out: number[] = [99];
    expect(leaveNow(idleSince, count, out)).toBe(out.length);
    return out;
  };

  test('the longest idle leave first, then branch order; the busy are owed', () => {
    expect(leaving([30, Number.NaN, 10, 20, 10], 3)).toEqual([2, 4, 3]);
    expect(leaving([Number.NaN, 5, Number.NaN], 2)).toEqual([1]);
    expect(leaving([], 1)).toEqual([]);
    expect(leaving([1, 2], 0)).toEqual([]);
  });

  test('nobody who stays was idle longer than one who leaves', () => {
    const idle = fc.option(fc.integer({ min: 0, max: 9 }), { nil: Number.NaN });
    fc.assert(
      fc.property(fc.array(idle, { maxLength: 12 }), fc.integer({ min: 0, max: 12 }), (idleSince, count) => {
        const left = leaving(idleSince, count);
        const free = idleSince.filter((since) => !Number.isNaN(since));
        expect(left.length).toBe(Math.min(count, free.length));
        const staying = idleSince.filter((since, person) => !Number.isNaN(since) && !left.includes(person));
        const newest = Math.max(...left.map((person) => idleSince[person]!), Number.NEGATIVE_INFINITY);
        expect(Math.min(...staying, Number.POSITIVE_INFINITY)).toBeGreaterThanOrEqual(newest);
      }),
    );
  });
});

describe('[C4] a team', () => {
  interface Person extends TeamCandidate {
    readonly id: string;
  }
  const person = (id: string, role: Person['role'], freeSince: number, ...skills: string[]): Person => ({
    id,
    role,
    freeSince,
    skills,
  });
  const members = (...team: Parameters<typeof teamMemberSchema.parse>[0][]): TeamMember[] =>
    team.map((member) => teamMemberSchema.parse(member));
  const ids = (team: readonly Person[] | null): string[] | null => team?.map(({ id }) => id) ?? null;
  const teller = person('t1', 'teller', 0, 'corporate');

  test('of one is its lead', () => {
    expect(teamFor(members({ role: 'teller' }), 'cash', teller, [])).toEqual([]);
    expect(teamFor([], 'cash', null, [])).toEqual([]);
  });

  test('takes the longest free who has role and skill, then branch order', () => {
    const people = [
      teller,
      person('a1', 'advisor', 20, 'corporate'),
      person('a2', 'advisor', 10, 'loan'),
      person('t2', 'teller', 1, 'corporate'),
      person('a3', 'advisor', 15, 'corporate'),
      person('a4', 'advisor', 15, 'corporate'),
      person('a5', 'advisor', Number.NaN, 'corporate'),
    ];
    const team = members({ role: 'teller' }, { role: 'advisor' });
    expect(ids(teamFor(team, 'corporate', teller, people))).toEqual(['a3']);
    expect(ids(teamFor(members({ role: 'teller' }, { role: 'advisor', skill: 'loan' }), 'corporate', teller, people))).toEqual([
      'a2',
    ]);
    expect(ids(teamFor(members({ role: 'teller' }, { role: 'advisor', count: 2 }), 'corporate', teller, people))).toEqual([
      'a3',
      'a4',
    ]);
  });

  test('is not ready while one is missing, and does not count its lead twice', () => {
    expect(teamFor(members({ role: 'teller' }, { role: 'advisor' }), 'corporate', teller, [teller])).toBeNull();
    expect(teamFor(members({ role: 'teller', count: 2 }), 'corporate', teller, [teller])).toBeNull();
    const second = person('t2', 'teller', 5, 'corporate');
    expect(ids(teamFor(members({ role: 'teller', count: 2 }), 'corporate', teller, [teller, second]))).toEqual(['t2']);
  });

  test('does not wait for who joins later', () => {
    expect(teamFor(members({ role: 'teller' }, { role: 'advisor', joins: 'later' }), 'corporate', teller, [teller])).toEqual([]);
  });

  test('is found though its first choice is needed for another place', () => {
    const people = [person('both', 'advisor', 1, 'loan', 'fund'), person('loan', 'advisor', 2, 'loan')];
    const team = members({ role: 'teller' }, { role: 'advisor', skill: 'loan' }, { role: 'advisor', skill: 'fund' });
    expect(ids(teamFor(team, 'loan', teller, people))).toEqual(['loan', 'both']);
  });

  test('is found exactly when one exists', () => {
    const skills = fc.subarray(['x', 'y', 'z'], { minLength: 1 });
    const crowd = fc.array(skills, { maxLength: 5 }).map((all) => all.map((some, at) => person(`a${at}`, 'advisor', at, ...some)));
    const places = fc.array(fc.constantFrom('x', 'y', 'z'), { minLength: 1, maxLength: 3 });
    const possible = (wanted: readonly string[], people: readonly Person[]): boolean => {
      const [first, ...rest] = wanted;
      return (
        first === undefined ||
        people.some(
          (one) =>
            one.skills.includes(first) &&
            possible(
              rest,
              people.filter((other) => other !== one),
            ),
        )
      );
    };
    const found = { yes: 0, no: 0 };
    fc.assert(
      fc.property(crowd, places, (people, wanted) => {
        const team = members({ role: 'teller' }, ...wanted.map((skill) => ({ role: 'advisor', skill })));
        const made = teamFor(team, 'x', teller, people);
        expect(made !== null).toBe(possible(wanted, people));
        found[made ? 'yes' : 'no'] += 1;
        made?.forEach((one, place) => {
          expect(one.skills).toContain(wanted[place]);
        });
        expect(new Set(made ?? []).size).toBe(made?.length ?? 0);
      }),
    );
    expect(Math.min(found.yes, found.no)).toBeGreaterThan(5);
  });
});

describe('closing time', () => {
  const hours = [
    { from: 100, to: 200 },
    { from: 300, to: 400 },
  ];

  test('[T1] tickets are issued from the opening minute on, up to the closing one', () => {
    expect([99, 100, 199, 200, 299, 399, 400].map((at) => isOpenAt(hours, at))).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
      false,
    ]);
  });

  test('customers inside are served by those who work to the end', () => {
    expect(staysAfterClosing(400, 400, 3)).toBe(true);
    expect(staysAfterClosing(400, 400, 0)).toBe(false);
    expect(staysAfterClosing(350, 400, 3)).toBe(false);
  });
});
