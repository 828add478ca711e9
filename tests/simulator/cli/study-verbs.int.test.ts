import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelSchema } from '../../../simulator/workload/model.ts';
import { type Answer, tingtang as refused } from './tingtang-here.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const run = promisify(execFile);

/** `npx tingtang …` as a user types it, with the runtime the tests run on. */
async function tingtang(...args: string[]): Promise<Answer> {
  try {
    const { stdout, stderr } = await run(process.execPath, [join(root, 'tingtang.ts'), ...args], {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tingtang-cli-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('fit', () => {
  it('makes the shipped model of the grill again, exactly', async () => {
    const { code, stdout } = await tingtang('fit', 'examples/grill', '-o', folder, '--json');
    expect(code).toBe(0);
    const shipped = JSON.parse(readFileSync(join(root, 'examples/grill/model.json'), 'utf8'));
    const made = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8'));
    expect(made).toEqual(shipped);
    expect(JSON.parse(stdout)).toMatchObject({ model: shipped, arrivals: 1434, serviceTimes: 110, rows: 1544, dropped: 0 });
    expect(modelSchema.safeParse(shipped).success).toBe(true);
  });

  it('says in one line what is wrong with a history, and exits 2', async () => {
    cpSync(join(root, 'examples/grill/arrivals.csv'), join(folder, 'alone.csv'));
    const cases: [string[], RegExp][] = [
      [['fit', join(folder, 'alone.csv')], /counts from an unknown time; give --from/],
      [['fit', join(folder, 'alone.csv'), '--from', '7.30'], /--from "7.30": must be a time of day such as 07:30/],
      [['fit', join(folder, 'alone.csv'), '--from', '07:30'], /no usable service time in the history/],
      [['fit', join(folder, 'nowhere.csv')], /no such file or folder/],
      [['fit'], /missing required argument/],
      [['fit', join(folder, 'alone.csv'), '--columns', 'colour=x'], /must be meaning=HEADER/],
    ];
    for (const [args, message] of cases) {
      const { code, stdout, stderr } = await refused(...args);
      expect(stderr, args.join(' ')).toMatch(message);
      expect(stderr.trim().split('\n').length).toBe(1);
      expect([code, stdout]).toEqual([2, '']);
    }
  });
});

describe('recommend and simulate', () => {
  it('answers for the grill, as one JSON document, with a plan that simulate takes', { timeout: 400_000 }, async () => {
    const plan = join(folder, 'plan.json');
    const { code, stdout, stderr } = await tingtang('recommend', 'examples/grill', '--target', 'p90<=5min', '--json', '-o', plan);
    expect([code, stderr]).toEqual([0, '']);
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual(
      expect.arrayContaining(['target', 'requirement', 'roster', 'cost', 'bound', 'gap', 'kpis', 'baselines']),
    );
    expect(answer.verified.holds).toBe(true);
    expect(answer.requirement.length).toBe(27);
    const simulated = await tingtang('simulate', 'examples/grill', '--plan', plan, '--days', '200', '--json');
    expect(simulated.code).toBe(0);
    const { days, seed, kpis } = JSON.parse(simulated.stdout);
    expect([days, seed]).toEqual([200, 1]);
    expect(kpis.waitP90Ms.value).toBeLessThan(300_000);
    expect(kpis.waitP90Ms.low).toBeLessThan(kpis.waitP90Ms.value);
    const under = await refused('simulate', 'examples/grill', '--plan', plan, '--days', '20', '--strategy', 'fcfs');
    expect(under.stdout).toMatch(/plan recommended, strategy fcfs: 20 days/);
  });

  it('says in one line what is wrong, and exits 2', async () => {
    writeFileSync(join(folder, 'broken.json'), '{"v":1');
    writeFileSync(join(folder, 'empty.ndjson'), '\n');
    writeFileSync(join(folder, 'odd.json'), JSON.stringify({ v: 1, id: 'x', roster: [{ from: '9', to: '10:00' }] }));
    writeFileSync(join(folder, 'late.json'), JSON.stringify({ v: 1, id: 'x', roster: [{ from: '11:00', to: '10:00' }] }));
    const grill = join(root, 'examples/grill');
    const cases: [string[], RegExp][] = [
      [['simulate', grill], /holds no plan; give --plan FILE/],
      [['simulate', grill, '--plan', join(folder, 'odd.json')], /odd.json: roster.0.from: a time of day such as 09:00/],
      [['simulate', grill, '--plan', join(folder, 'late.json')], /roster.0.to: a shift must end after it begins/],
      [['simulate', grill, '--plan', join(folder, 'none.json')], /none.json: no such file/],
      [['simulate', grill, '--days', '0'], /--days "0": must be a whole number from 1 to/],
      [['simulate', grill, '--days', 'many'], /--days "many"/],
      [['simulate', join(folder, 'broken.json')], /broken.json: not JSON/],
      [
        ['simulate', folder, '--plan', join(folder, 'plan.json'), '--strategy', 'magic'],
        /--strategy "magic": unknown calling strategy "magic"; allowed: fcfs/,
      ],
      [
        ['simulate', folder, '--plan', join(folder, 'plan.json'), '--strategy', 'ratio'],
        /--strategy "ratio": weights: is required \(record\); options follow "=" as JSON/,
      ],
      [['simulate', folder, '--plan', join(folder, 'plan.json'), '--strategy', 'ratio={'], /must be JSON/],
      [['recommend', grill, '--target', 'p90'], /target "p90" is not understood; allowed: p90<=10min/],
      [['recommend', grill, '--ill', 'teller@09:00', '--week'], /--ill and --busier mend one day; leave out --week/],
      [['recommend', grill, '--date', '2026-02-30'], /--date "2026-02-30": must be a day such as 2026-12-01/],
      [['schema', 'roster'], /Allowed choices are branch, plan, model, contracts, history/],
      [['recommend', grill, '--day-type', 'holiday'], /unknown profile "holiday"; declared: all-days/],
      [['recommend', grill, '--speed', '9'], /unknown option '--speed'/],
      [['recommand', grill], /unknown verb "recommand"; verbs: .*recommend/],
      [['recommand', '--help'], /unknown verb "recommand"; verbs: .*recommend/],
      [['conform', join(folder, 'none.ndjson')], /no such file/],
      [['conform', folder], /cannot be read \(EISDIR/],
      [['conform', join(folder, 'empty.ndjson')], /empty.ndjson: holds no event/],
      [['conform', join(folder, 'odd.json')], /odd.json:1: not an event of the journal/],
    ];
    for (const [args, message] of cases) {
      const { code, stdout, stderr } = await refused(...args);
      expect(stderr, args.join(' ')).toMatch(message);
      expect(stderr.trim().split('\n').length).toBe(1);
      expect([code, stdout]).toEqual([2, '']);
    }
  });

  it('helps', async () => {
    for (const verb of ['fit', 'simulate', 'recommend', 'conform']) {
      const { code, stdout } = await refused(verb, '--help');
      expect(code).toBe(0);
      expect(stdout).toContain(`tingtang ${verb}`);
      expect(stdout).toContain('--json');
    }
  });
});
