import type { EnginesReport } from '../../hosts/engines-pool.ts';

/** As any validation is told: one entry, the two engines. */
export function enginesJson({ agreed, days, difference }: EnginesReport, asked: number, seed: number): object {
  const pass = difference === null;
  const entry = {
    id: 'engines-agree',
    kind: 'engines',
    expected: { differences: 0 },
    got: { differences: pass ? 0 : 1, days },
    pass,
  };
  return {
    cases: [entry],
    passed: pass ? 1 : 0,
    failed: pass ? 0 : 1,
    unsupported: [],
    engines: { asked, days, agreed, seed, difference },
  };
}

/** The same for people; a difference with what shows it again. */
export function enginesText({ agreed, days, difference }: EnginesReport, asked: number, seed: number): string {
  if (difference !== null) {
    const { days: ofSeed, seed: at, text } = difference;
    return [
      text,
      '',
      `两个引擎的流水不同。 The engines differ; seen again by: npx tingtang validate --engines ${ofSeed} --seed ${at}`,
    ].join('\n');
  }
  const stopped = days < asked ? ` 已停止 Stopped before ${asked}.` : '';
  return `${agreed} 个随机日，两个引擎的流水完全相同。 ${agreed} random days from seed ${seed}: both engines wrote the same journal, event by event.${stopped}`;
}
