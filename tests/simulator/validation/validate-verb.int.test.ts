import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openFrontDoor } from '../../../simulator/cli/front-door.ts';
import { validateVerb } from '../../../simulator/cli/validation/validate.ts';
import { aCase } from './a-case.ts';

const folder = mkdtempSync(join(tmpdir(), 'tingtang-validate-'));

function fileOf(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const validate = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['tingtang.ts', 'validate', ...args], { maxBuffer: 2 ** 26 }, (error, out, err) =>
      resolve({ code: error === null ? 0 : (error.code as number), out, err }),
    );
  });

/** The same through the front door in this process: for refusals, which start no work. */
async function refused(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const written: Record<'out' | 'err', string[]> = { out: [], err: [] };
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.out.push(String(text)) > 0);
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.err.push(String(text)) > 0);
  try {
    await openFrontDoor([validateVerb], ['node', 'tingtang', 'validate', ...args]);
    return { code: Number(process.exitCode), out: written.out.join(''), err: written.err.join('') };
  } finally {
    process.exitCode = 0;
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

describe('tingtang validate', () => {
  it('--json: one entry a case, keyed as in the file, and exit 0 when all is well', async () => {
    const unsupported = aCase({ id: 'solver', kind: 'nurse-rostering-curtois', params: {}, expected: { bestKnown: 1 } });
    const block = aCase({ id: 'block', kind: 'garnett-function', params: { beta: 0, thetaOverMu: 1 }, expected: { alpha: 0.5 } });
    const { code, out } = await validate(
      '--cases',
      fileOf('good.json', [aCase(), block, unsupported]),
      '--precision',
      '0.2',
      '--json',
    );
    expect(code).toBe(0);
    const verdict = JSON.parse(out);
    expect(verdict).toMatchObject({
      passed: 2,
      failed: 0,
      unsupported: [{ id: 'solver', kind: 'nurse-rostering-curtois', reason: expect.stringContaining('hospital') }],
    });
    expect(verdict.cases).toMatchObject([
      {
        id: 'mm4',
        by: 'engine and theory',
        got: { pWait: expect.any(Number), Wq: expect.any(Number) },
        z: expect.any(Number),
        pass: true,
      },
      { id: 'block', by: 'theory', got: { alpha: expect.closeTo(0.5, 12) }, pass: true },
    ]);
  });

  it('says which case failed and how, and exits 1', async () => {
    const wrong = aCase({
      id: 'wrong',
      kind: 'pooling',
      params: { lamEach: 1, mu: 1, serversEach: 2 },
      expected: { WqSeparate: 0.25 },
    });
    const { code, out } = await validate('--cases', fileOf('wrong.json', [wrong]));
    expect(code).toBe(1);
    expect(out).toContain('FAIL');
    expect(out).toMatch(/^wrong: WqSeparate: 0\.3333\d+, expected 0\.25 \(tolerance 1e-8\)$/m);
    expect(out).toContain('0 passed, 1 failed, 0 unsupported.');
  });

  it.each([
    ['a file that is not there', ['--cases', join(folder, 'none.json')], /none\.json: no such file/],
    ['no JSON', ['--cases', fileOf('text.json', 'hello')], /text\.json: not JSON/],
    ['no list', ['--cases', fileOf('object.json', {})], /expected array/],
    [
      'nonsense',
      ['--cases', fileOf('nonsense.json', [aCase({ params: { servers: 0, lam: 1, mu: 1 } })])],
      /0 \("mm4"\): params\.servers: at least 1 server/,
    ],
    ['a precision', ['--precision', '2'], /--precision "2": must be a number from 0\.001 to 0\.2/],
    ['a seed', ['--seed', '-1'], /--seed/],
  ])('bad input, %s: one clear line, exit 2', async (_, args, message) => {
    const { code, out, err } = await refused(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
