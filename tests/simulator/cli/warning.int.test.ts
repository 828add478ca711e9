import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { warningIn, warningLine } from '../../../simulator/cli/warning.ts';
import { planWarnings } from '../../../simulator/engine/plan-warnings.ts';
import { visitWarnings } from '../../../simulator/engine/warnings.ts';
import type { Plan } from '../../../simulator/lobby/branch/plan.ts';
import { bankDay } from '../../../simulator/study/bench/bank-day.ts';
import { branchDay } from '../../../simulator/study/bench/branch-day.ts';
import { type Model, type ModelInput, modelSchema } from '../../../simulator/workload/model.ts';
import { tingtang } from './tingtang-here.ts';

const town = 'examples/town-branch/model.json';

/** The town's branch, where an advisor joins the teller while an account is opened. */
function withWhoJoinsLater(): ModelInput {
  const model: ModelInput = JSON.parse(readFileSync(town, 'utf8'));
  model.branch.services.find(({ id }) => id === 'account')!.modes[0]!.team!.push({ role: 'advisor', joins: 'later' });
  return model;
}

/** The branch day where only a rule's counter takes companies, a skill is mistyped, and advice is more than two advisors can give. */
function hopelessBranchDay(): string[] {
  const { model, plan } = branchDay();
  const staff = model.branch.staff.map((person) => ({
    ...person,
    skills: person.skills.map((skill) => (skill === 'corporate' ? 'corprate' : skill)),
  }));
  const work = model.work.map((one) =>
    one.service === 'wealth' ? { ...one, distribution: { family: 'exponential' as const, meanMs: 4_000_000 } } : one,
  );
  const told = planWarnings({ ...model, branch: { ...model.branch, staff }, work, patience: [] }, plan, model.arrivals[0]!);
  expect(told).toEqual(
    expect.arrayContaining([
      'nobody on the roster can serve "corporate", only what rule "flex-6" opens',
      '"t1" has the skill "corprate", which no service asks for',
      expect.stringMatching(
        /^overload without end of "wealth": 20 hours of work come a day for 13 staff-hours of those who can do it/,
      ),
    ]),
  );
  return told;
}

describe('a warning', () => {
  it('[Y13] names the service for which somebody joins later, and what the figures lack', () => {
    const model = modelSchema.parse(withWhoJoinsLater());
    const [warning, ...more] = visitWarnings(model, model.arrivals[0]!);
    expect(more).toEqual([]);
    expect(warningLine(warning!)).toBe(
      '注意 Warning: 业务“account”办理途中才加入的人不作模拟：不会去叫人，他们为此花的时间不计入任何指标。 Who joins "account" later is not simulated: nobody is fetched, and their time on it is in no figure.',
    );
    const today = modelSchema.parse(JSON.parse(readFileSync(town, 'utf8')));
    expect(visitWarnings(today, today.arrivals[0]!)).toEqual([]);
  });

  it('of any plan is known in Chinese, also where it is that of some of the plans', () => {
    const { model, plan } = bankDay();
    const told = (roster: readonly object[], change: Partial<Model> = {}): string[] =>
      planWarnings(
        { ...model, ...change },
        { ...plan, roster: roster as Plan['roster'] },
        {
          ...model.arrivals[0]!,
          ...change.arrivals?.[0],
        },
      );
    const shift = plan.roster[0]!;
    const expecting = (expected: number) => [{ ...model.arrivals[0]!, expected: new Array<number>(17).fill(expected) }];
    const all = [
      ...told([]),
      ...told([{ ...shift, from: '18:00', to: '20:00', count: 400 }], { arrivals: expecting(0) }),
      ...told([{ ...shift, from: '10:00', to: '12:00', skills: ['short'] }]),
      ...told([shift], { arrivals: expecting(200), patience: [] }),
    ];
    for (const what of ['empty', 'nobody comes', 'can serve', 'is on the roster from', 'beyond', 'at once', 'overload'])
      expect(all.join('\n')).toContain(what);
    all.push(...hopelessBranchDay());
    for (const text of all) {
      expect(warningIn('en', text)).toBe(text);
      expect(warningIn('zh-CN', text).replaceAll(/“.*?”/g, '')).toMatch(/^[^a-z]*$/);
      expect(warningIn('zh-CN', `today, mine: ${text}`)).toBe(`today, mine：${warningIn('zh-CN', text)}`);
    }
  });

  it('whose Chinese is not known is told as it is', () => {
    expect(warningIn('zh-CN', 'fcfs is left out: it is the rule of today')).toBe('fcfs is left out: it is the rule of today');
    expect(warningLine('what nobody has said')).toBe('注意 Warning: what nobody has said.');
  });
});

describe('a study of visits for which somebody joins later', () => {
  let path = '';
  beforeAll(() => {
    path = join(mkdtempSync(join(tmpdir(), 'tingtang-warning-')), 'model.json');
  });
  afterAll(() => rmSync(join(path, '..'), { recursive: true, force: true }));

  it('replay says what the figures of a recorded day lack', async () => {
    writeFileSync(path, JSON.stringify(withWhoJoinsLater()));
    const journal = join(path, '..', 'day.ndjson');
    expect((await tingtang('simulate', path, '--days', '1', '--journal', journal)).stdout).toMatch(/\n注意 Warning: 业务“account”/);
    expect((await tingtang('replay', journal)).stdout).toMatch(/\n说明 Note: 业务“account”/);
  });

  it('recommend tells who mends a day what the figures lack', async () => {
    writeFileSync(path, JSON.stringify(withWhoJoinsLater()));
    const mend = ['recommend', path, '--target', 'p90<=15min', '--days', '50', '--ill', 'teller@15:00'];
    expect((await tingtang(...mend)).stdout).toMatch(/^注意 Warning: 业务“account”/);
    expect(JSON.parse((await tingtang(...mend, '--json')).stdout).warnings.join()).toContain('who joins "account" later');
  });

  it('recommend refuses a week in which somebody comes for what no line takes', async () => {
    const model = withWhoJoinsLater();
    model.branch.lines = model.branch.lines.filter(({ kinds }) => !kinds.includes('desk'));
    writeFileSync(path, JSON.stringify(model));
    const { code, stderr } = await tingtang('recommend', path, '--target', 'p90<=15min', '--week', '--contracts', 'usual');
    expect(stderr).toMatch(/no line takes service "wealth"/);
    expect(code).toBe(2);
  });
});
