import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bankDay } from '../../../simulator/study/bench/bank-day.ts';
import { type Answer, tingtang } from './tingtang-here.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tingtang-bad-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type File = Record<string, unknown> & {
  arrivals: { expected: (number | string)[]; mix: { share: number }[] }[];
  work: { distribution: Record<string, number> }[];
  plan: { roster: Record<string, unknown>[]; calling?: object };
  branch: { stations: unknown[] };
};

/** The bank day, made worse, through `simulate`. */
async function simulated(spoil: (file: File) => void, ...more: string[]): Promise<Answer> {
  const { model, plan } = bankDay();
  const file = structuredClone({ ...model, plan }) as unknown as File;
  spoil(file);
  const path = join(folder, 'model.json');
  writeFileSync(path, JSON.stringify(file));
  return tingtang('simulate', path, '--days', '5', '--json', ...more);
}

const everyStep = (expected: number): number[] => new Array<number>(17).fill(expected);

describe('a model that makes no sense', () => {
  const refused: [string, (file: File) => void, RegExp[]][] = [
    [
      'no counters',
      (file) => {
        file.branch.stations = [];
      },
      [/branch.stations: Too small/],
    ],
    [
      'a rate that is no number',
      (file) => {
        file.arrivals[0]!.expected[3] = 'NaN';
      },
      [/arrivals.0.expected.3: .*expected number/],
    ],
    [
      'a rate of a billion',
      (file) => {
        file.arrivals[0]!.expected[3] = 1e9;
      },
      [/arrivals.0.expected.3: .*<=100000/],
    ],
    [
      'more visits than a day can hold',
      (file) => {
        file.arrivals[0]!.expected = everyStep(100_000);
      },
      [/1700000 visits a day; a day of at most 1000000/],
    ],
    [
      'negative times',
      (file) => {
        file.work[1]!.distribution.meanMs = -5;
      },
      [/work.1.distribution.meanMs: must be above 0 ms/],
    ],
    [
      'a skill that does not exist',
      (file) => {
        file.plan.roster[0]!.skills = ['magic'];
      },
      [/roster.0.skills.0: unknown skill "magic"; declared: short, long/],
    ],
    [
      'a break outside its shift',
      (file) => {
        file.plan.roster[0]!.breaks = [{ from: '06:00', to: '07:00' }];
      },
      [/the break 06:00 to 07:00 is not within the shift/],
    ],
    [
      'many things at once, each told',
      (file) => {
        file.arrivals[0]!.expected[0] = -1;
        file.arrivals[0]!.mix[0]!.share = 5;
        file.work[0]!.distribution.cv = -1;
        file.plan.roster[0]!.to = '99:00';
      },
      [
        /expected.0: Too small/,
        /mix.0.share: Too big/,
        /work.0.distribution.cv: must be above 0/,
        /plan.roster.0.to: a time of day/,
      ],
    ],
    [
      'hours past midnight',
      (file) => {
        Object.assign(file.branch, { hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '18:00', to: '17:00' }] });
      },
      [/branch.hours: the doors close at 17:00 and open at 18:00: hours past midnight are not simulated/],
    ],
    [
      'a share that does not add up is told once, and the plan is told of with the rest',
      (file) => {
        file.arrivals[0]!.mix[0]!.share = 0.5;
        file.plan.roster[0]!.skills = ['magic'];
      },
      [
        /add up to 0.9; they must add up to 1 \(and 16 steps more\); plan.roster.0.skills.0: unknown skill "magic"; declared: short, long\n$/,
      ],
    ],
    [
      'visits that no line takes, and a plan beside them',
      (file) => {
        for (const station of file.branch.stations as { kind: string }[]) station.kind = 'device';
        file.plan.roster[0]!.skills = ['magic'];
      },
      [/no line takes service "short"/, /roster.0.skills.0: unknown skill "magic"/],
    ],
  ];
  it.each(refused)('is refused before it runs, in one line: %s', async (_, spoil, messages) => {
    const { code, stderr, stdout } = await simulated(spoil);
    for (const message of messages) expect(stderr).toMatch(message);
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
  });

  const warned: [string, (file: File) => void, RegExp][] = [
    [
      'an empty roster',
      (file) => {
        file.plan.roster = [];
      },
      /the roster is empty: nobody works/,
    ],
    [
      'a skill that nobody has',
      (file) => {
        file.plan.roster = [{ count: 3, from: '08:30', to: '17:00', skills: ['short'] }];
      },
      /nobody on the roster can serve "long"/,
    ],
    [
      'shifts outside the hours',
      (file) => {
        file.plan.roster = [{ count: 3, from: '18:00', to: '20:00' }];
      },
      /nobody is on the roster from 08:30 to 17:00/,
    ],
    [
      'a shift that begins too early',
      (file) => {
        file.plan.roster[0]!.from = '05:00';
      },
      /1 of the roster's shifts reach beyond the opening hours/,
    ],
    [
      'more people than places',
      (file) => {
        file.plan.roster[0]!.count = 400;
      },
      /up to 402 are on the roster at once, for 5 stations/,
    ],
    [
      'nobody comes',
      (file) => {
        file.arrivals[0]!.expected = everyStep(0);
      },
      /nobody comes: all expected arrivals are 0/,
    ],
    [
      'overload without patience',
      (file) => {
        file.patience = [];
        file.arrivals[0]!.expected = everyStep(200);
      },
      /overload without end: 374 hours of work come a day for 36 staff-hours/,
    ],
  ];
  it.each(warned)('that is legal but hopeless runs with a warning: %s', async (_, spoil, message) => {
    const { code, stdout } = await simulated(spoil);
    const { days, warnings } = JSON.parse(stdout);
    expect([code, days]).toEqual([0, 5]);
    expect(warnings.join('\n')).toMatch(message);
  });

  it('never hangs: a day without end is stopped by its time limit, and says so', async () => {
    const { code, stdout } = await simulated(
      (file) => {
        file.arrivals[0]!.expected = everyStep(50_000);
        file.plan.roster = [{ count: 1, from: '08:30', to: '17:00' }];
      },
      '--days',
      '100000',
      '--time-limit',
      '1',
    );
    const { days, stopped } = JSON.parse(stdout);
    expect(stopped).toBe('time');
    expect(days).toBeLessThan(100_000);
    expect(code).toBe(days === 0 ? 1 : 0);
  });
});
