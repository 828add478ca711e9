import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelSchema } from '../../../simulator/workload/model.ts';
import { tingtang } from './tingtang-here.ts';

let folder = '';
const path = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tingtang-history-verbs-'));
  await tingtang('sample', 'examples/town-branch', '--as', 'log', '--dirty', '--days', '8', '-o', path('log.csv'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a log becomes a model that is held against it', () => {
  it('sample --as log says what it made wrong, fit finds it, and writes model and report', async () => {
    const again = await tingtang(
      'sample',
      'examples/town-branch',
      '--as',
      'log',
      '--dirty',
      '--days',
      '8',
      '-o',
      path('again.csv'),
      '--json',
    );
    expect(readFileSync(path('again.csv'), 'utf8')).toBe(readFileSync(path('log.csv'), 'utf8'));
    const { faults } = JSON.parse(again.stdout);
    const { code, stdout } = await tingtang(
      'fit',
      path('log.csv'),
      '-o',
      path('model.json'),
      '--report',
      path('fit.html'),
      '--json',
    );
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    const met = (rule: string): number => report.rules.find((line: { rule: string }) => line.rule === rule)?.rows ?? 0;
    for (const rule of ['duplicate-row', 'stale-date', 'absurd-service']) expect(met(rule), rule).toBe(faults[rule] ?? 0);
    expect(report.kept + report.dropped).toBe(report.rows);
    expect(report.found.pools.length).toBe(2);
    expect(modelSchema.safeParse(JSON.parse(readFileSync(path('model.json'), 'utf8'))).success).toBe(true);
    expect(readFileSync(path('fit.html'), 'utf8')).toContain('怎样记录得更好');
  });

  it('backtest has the JSON that others read, writes its verdict into the model, and recommend knows', async () => {
    const { stdout } = await tingtang(
      ...['backtest', '--history', path('log.csv'), '--leave-one-day-out', '--runs', '2', '--record', path('model.json'), '--json'],
    );
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual(expect.arrayContaining(['days', 'observed', 'simulated', 'simulatedFitted', 'verdict']));
    expect(answer.days).toBe(8);
    for (const side of ['observed', 'simulated', 'simulatedFitted'] as const)
      expect(answer[side].waitMeanMs.value).toBeGreaterThan(0);
    const model = JSON.parse(readFileSync(path('model.json'), 'utf8'));
    expect(model.backtest).toMatchObject({ pass: answer.verdict.pass, days: 8, leaveOneDayOut: true });
    const told = await tingtang('backtest', path('model.json'), '--history', path('log.csv'), '--runs', '1', '--json');
    expect(JSON.parse(told.stdout).warnings.join()).toContain('the model was fitted from 8 of these days');
    const failed = { ...model, backtest: { pass: false, days: 8, leaveOneDayOut: true, failed: ['waitMeanMs: not within 15 %'] } };
    writeFileSync(path('failed.json'), JSON.stringify(failed));
    const { stdout: text } = await tingtang('recommend', path('failed.json'), '--target', 'p90<=60min', '--days', '50', '--json');
    expect(JSON.parse(text).warnings.join()).toContain('did not hold when it was held against 8 recorded days');
  });

  it.each([
    [['backtest', '--history', 'LOG'], /give a model, or --leave-one-day-out/],
    [['backtest', 'examples/grill', '--history', 'LOG', '--report', 'x.html'], /give it with --leave-one-day-out/],
    [
      ['backtest', '--history', 'LOG', '--leave-one-day-out', '--day-type', 'feast'],
      /--day-type "feast": no such profile; the model has: /,
    ],
    [['backtest', '--history', 'examples/grill', '--leave-one-day-out'], /leaving one out needs three or more/],
    [['forecast', 'examples/grill'], /a forecast needs a week of dated arrivals or more/],
    [['fit', 'LOG', '--keep', 'everything'], /--keep "everything": no such rule; allowed: unreadable-cell, /],
    [['fit', 'LOG', '--calendar', 'nowhere.csv'], /nowhere.csv: no such file/],
  ])('%j is refused in one line', async (args, message) => {
    const { code, stderr } = await tingtang(...args.map((arg) => (arg === 'LOG' ? path('log.csv') : arg)));
    // What else is on stderr is the runtime's: it warns once of what it likes.
    const told = stderr.split('\n').filter((line) => line.startsWith('tingtang: '));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(message);
    expect(code).toBe(2);
  });

  it('forecast prints days, half hours and how it would have done', async () => {
    const { code, stdout } = await tingtang('forecast', path('log.csv'), '--days', '2', '--json');
    expect(code).toBe(0);
    const { days, score } = JSON.parse(stdout);
    expect(days.length).toBe(2);
    expect(days[0].low95).toBeLessThan(days[0].expected);
    expect(score).toBeNull();
    expect(existsSync(path('x.html'))).toBe(false);
  });
});
