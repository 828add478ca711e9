import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BadHistory } from '../../../simulator/history/bad-history.ts';
import { fitHistory } from '../../../simulator/history/fit/fit.ts';
import { memorySource } from '../../../simulator/history/read/byte-source.ts';
import { modelSchema } from '../../../simulator/workload/model.ts';

const log = [
  '取号时间,叫号时间,结束时间,业务类型,窗口,状态',
  ...Array.from(
    { length: 12 },
    (_, n) =>
      `2026-03-02 09:${10 + n}:00,2026-03-02 09:${20 + n}:00,2026-03-02 09:${30 + n}:${10 + n},存款,W${n % 3},${n % 5 === 4 ? '弃号' : '办结'}`,
  ),
].join('\n');
const seconds = ['arrival_s,service_s', ...Array.from({ length: 12 }, (_, n) => `${n * 97},${20 + n * 3}`)].join('\n');
const objects = Array.from({ length: 12 }, (_, n) =>
  JSON.stringify({
    arrival: `2026-03-02T09:${10 + n}:00`,
    start: `2026-03-02T09:${20 + n}:00`,
    end: `2026-03-02T09:${30 + n}:00`,
    window: n % 3,
  }),
).join('\n');
const readings = [
  'time,date,queue,waiting,last called',
  ...Array.from({ length: 12 }, (_, n) => `09:${10 + n},2026-03-02,"cash, desk",${n % 4},K${500 + n}`),
].join('\n');
const booked = [
  '预约时间,到达时间,开始时间,结束时间',
  ...Array.from(
    { length: 24 },
    (_, n) =>
      `2026-03-0${2 + (n % 5)} 10:${n % 2 === 0 ? '00' : '30'},2026-03-0${2 + (n % 5)} 09:5${n % 10},2026-03-0${2 + (n % 5)} 10:3${n % 10},2026-03-0${2 + (n % 5)} 10:4${n % 10}`,
  ),
].join('\n');
const bases = [log, log, seconds, seconds, objects, readings, booked].map((text) => new TextEncoder().encode(text));

/** Ways a file goes wrong on its way from a queue machine to us. */
type Change = (bytes: number[], a: number, b: number) => number[];
const at = (bytes: number[], a: number): number => (bytes.length === 0 ? 0 : a % bytes.length);
const changes: Change[] = [
  (bytes, a, b) => (bytes.length === 0 ? bytes : bytes.with(at(bytes, a), b % 256)),
  (bytes, a) => bytes.toSpliced(at(bytes, a), 1),
  (bytes, a, b) => bytes.toSpliced(at(bytes, a), b % 40),
  (bytes, a, b) => bytes.toSpliced(at(bytes, a), 0, ...[0x2c, 0x22, 0x0a, 0x0d, 0x00, 0xff, 0x3b, 0x09].slice(b % 8)),
  (bytes, a) => bytes.slice(0, at(bytes, a)),
  (bytes, a, b) => [...bytes.slice(at(bytes, a), at(bytes, a) + (b % 60)), ...bytes],
  (bytes, a, b) => {
    const lines = Buffer.from(bytes).toString('latin1').split('\n');
    const [from, to] = [a % lines.length, b % lines.length];
    return [...Buffer.from(lines.with(from, lines[to]!).with(to, lines[from]!).join('\n'), 'latin1')];
  },
  (bytes) => [...Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\n', '\r\n'), 'latin1')],
  (bytes) => [...Buffer.from(Buffer.from(bytes).toString('utf8'), 'utf16le')],
  (bytes, a) => [
    ...Buffer.from(
      Buffer.from(bytes)
        .toString('latin1')
        .replaceAll('2026', ['1899', '99999', '-1', '２０２６', ''][a % 5]!),
      'latin1',
    ),
  ],
  (bytes, a) => [
    ...Buffer.from(
      Buffer.from(bytes)
        .toString('latin1')
        .replaceAll(':', [';', '.', '：', ' ', ':-'][a % 5]!),
      'latin1',
    ),
  ],
];

/** 10,000 were run when this was written; here so many each time. */
const files = Number(process.env.TINGTANG_FILES ?? 400);

it(`${files} mutated files: a model and an account of every row, or one clear line; never a crash, never silence`, {
  timeout: 60_000 + 60 * files,
}, () => {
  const seen = { models: 0, refused: 0, dropped: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom(...bases),
      fc.array(fc.tuple(fc.nat(changes.length - 1), fc.nat(4000), fc.nat(4000)), { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      (base, steps, known) => {
        const bytes = steps.reduce((now, [kind, a, b]) => changes[kind]!(now, a, b), [...base]);
        try {
          const { model, report } = fitHistory(
            { files: [memorySource('log.csv', Uint8Array.from(bytes))], about: null, folder: 'x' },
            known ? { from: '09:00' } : {},
          );
          seen.models++;
          expect(report.kept + report.dropped).toBe(report.rows);
          const accounted = report.rules.filter(({ effect }) => effect === 'dropped').reduce((sum, { rows }) => sum + rows, 0);
          expect(accounted).toBe(report.dropped);
          if (report.dropped > 0) seen.dropped++;
          for (const { rows, examples } of report.rules) expect(examples.length).toBe(Math.min(rows, 3));
          expect(modelSchema.parse(model)).toEqual(model);
        } catch (error) {
          if (!(error instanceof BadHistory)) throw error;
          seen.refused++;
          expect(error.message).toMatch(/\S.{10}/s);
        }
      },
    ),
    { numRuns: files, seed: 20261122 },
  );
  expect(seen.models).toBeGreaterThan(files / 8);
  expect(seen.refused).toBeGreaterThan(files / 8);
  expect(seen.dropped).toBeGreaterThan(files / 80);
});
