import type { BenchModel } from '../study/bench/bench-model.ts';
import { measureSpeed, type Speed } from '../study/bench/measure-speed.ts';

/** What is to be measured. */
export interface BenchTask {
  readonly bench: BenchModel;
  readonly days: number;
  readonly seed: number;
}

const clocks = {
  /** Of the whole process: what other threads of it do meanwhile counts too. */
  cpuSeconds: (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  },
  wallSeconds: (): number => performance.now() / 1000,
};

/** A thread that measures how fast days are run. */
export default ({ bench, days, seed }: BenchTask): Speed => measureSpeed(bench, days, seed, clocks);
