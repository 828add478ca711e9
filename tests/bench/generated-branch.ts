import { type Model, modelSchema } from '../../simulator/workload/model.ts';
import { Stream } from '../../simulator/workload/streams.ts';

const minute = 60_000;

/** A branch drawn at random, and the target it is asked to hold: the same for the same number, whatever the machine. */
export function generatedBranch(number: number): { readonly model: Model; readonly target: string } {
  const draw = new Stream().start(number, 0, 'mix');
  const between = (low: number, high: number): number => low + (high - low) * draw.uniform();
  const one = <T>(of: readonly T[]): T => of[Math.floor(draw.uniform() * of.length)]!;
  const steps = one([14, 16, 16, 18]);
  const opens = 9;
  const clock = (step: number): string =>
    `${String(opens + Math.floor(step / 2)).padStart(2, '0')}:${step % 2 === 0 ? '00' : '30'}`;
  const peaks = [between(2, 5), between(9, steps - 3)];
  const tall = [between(0.5, 1.6), between(0.2, 1.2)];
  const shape = Array.from({ length: steps }, (_, at) =>
    peaks.reduce((sum, peak, p) => sum + tall[p]! * Math.exp(-(((at - peak) / 2) ** 2)), between(0.35, 0.6)),
  );
  const total = between(60, 260);
  const scale = total / shape.reduce((sum, part) => sum + part, 0);
  const advice = draw.uniform() < 0.4 ? between(0.04, 0.12) : 0;
  const leaves = draw.uniform() < 0.6;
  const model = modelSchema.parse({
    v: 1,
    id: `generated-${number}`,
    note: 'Drawn at random for an experiment.',
    branch: {
      v: 1,
      id: `generated-${number}`,
      names: { zh: `试验网点 ${number}`, en: `Generated ${number}` },
      zone: 'Asia/Shanghai',
      hours: [{ days: [1], from: clock(0), to: clock(steps) }],
      services: [
        { id: 'cash', names: { zh: '现金', en: 'Cash' }, series: 'A', modes: [{ at: 'counter', team: [{ role: 'teller' }] }] },
        { id: 'wealth', names: { zh: '理财', en: 'Advice' }, series: 'B', modes: [{ at: 'desk', team: [{ role: 'advisor' }] }] },
      ],
      segments: [{ code: 'normal', names: { zh: '普通', en: 'Normal' }, tier: 5 }],
      zones: [{ id: 'hall', names: { zh: '大厅', en: 'Hall' } }],
      lines: [
        { id: 'all', names: { zh: '普通', en: 'All' }, zone: 'hall', kinds: ['counter'], services: ['cash'] },
        { id: 'advice', names: { zh: '理财', en: 'Advice' }, zone: 'hall', kinds: ['desk'], services: ['wealth'] },
      ],
      stations: ['counter', 'desk'].flatMap((kind) =>
        Array.from({ length: kind === 'counter' ? 14 : 8 }, (_, at) => ({
          id: `${kind}-${at + 1}`,
          kind,
          names: { zh: `${at + 1}`, en: `${at + 1}` },
          label: `${at + 1}`,
          zone: 'hall',
        })),
      ),
      rules: { calling: { id: 'fcfs' }, greeting: { id: 'by-need' } },
    },
    arrivals: [
      {
        id: 'day',
        days: [1],
        from: clock(0),
        stepMinutes: 30,
        expected: shape.map((part) => Math.round(part * scale * 10) / 10),
        dayFactorCv: one([0, 0.1, 0.15]),
        mix: [
          { service: 'cash', segment: 'normal', share: 1 - advice },
          ...(advice > 0 ? [{ service: 'wealth', segment: 'normal', share: advice }] : []),
        ],
      },
    ],
    work: [
      { service: 'cash', distribution: { family: 'lognormal', meanMs: Math.round(between(3, 9) * minute), cv: between(0.5, 1.2) } },
      { service: 'wealth', distribution: { family: 'gamma', meanMs: Math.round(between(15, 30) * minute), cv: between(0.4, 0.8) } },
    ],
    patience: leaves ? [{ distribution: { family: 'exponential', meanMs: Math.round(between(20, 60) * minute) } }] : [],
  });
  return {
    model,
    target: one(['p90<=10min', 'p90<=15min', 'within 10min >= 80%', leaves ? 'p90<=12min, abandon<=8%' : 'mean<=4min']),
  };
}
