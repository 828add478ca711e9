import { execFile } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { enginesJson, enginesText } from '../../../simulator/cli/validation/engines-text.ts';
import { checkOnThreads } from '../../../simulator/hosts/engines-pool.ts';

const validate = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['tingtang.ts', 'validate', ...args], (error, out, err) =>
      resolve({ code: error === null ? 0 : (error.code as number), out, err }),
    );
  });

describe('validate --engines', () => {
  it('says how many random days agreed, as one JSON document', async () => {
    const { code, out } = await validate('--engines', '30', '--seed', '9', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      cases: [
        { id: 'engines-agree', kind: 'engines', expected: { differences: 0 }, got: { differences: 0, days: 30 }, pass: true },
      ],
      passed: 1,
      failed: 0,
      unsupported: [],
      engines: { asked: 30, days: 30, agreed: 30, seed: 9, difference: null },
    });
  });

  it('refuses to answer two questions at once', async () => {
    const { code, err } = await validate('--engines', '5', '--cases', 'some.json');
    expect([code, err]).toEqual([
      2,
      'tingtang: --engines runs random days, --cases a file of reference cases; give one of the two\n',
    ]);
  });

  it('keeps the days that are done when it is stopped', async () => {
    const stop = new AbortController();
    const report = await checkOnThreads(1, 1_000_000, 1, stop.signal, () => stop.abort());
    expect(report).toEqual({ days: 250, agreed: 250, difference: null });
    expect(enginesText(report, 1_000_000, 1)).toMatch(/^250 .*Stopped before 1000000\.$/s);
  });

  it('tells a difference with the seed that shows it again, and fails', () => {
    const report = { days: 612, agreed: 611, difference: { seed: 7, days: 250, text: 'the journals part at event 9' } };
    expect(enginesText(report, 1_000, 5)).toMatch(
      /^the journals part at event 9\n\n.*npx tingtang validate --engines 250 --seed 7$/s,
    );
    expect(enginesJson(report, 1_000, 5)).toMatchObject({
      passed: 0,
      failed: 1,
      cases: [{ pass: false, got: { differences: 1 } }],
    });
  });
});
