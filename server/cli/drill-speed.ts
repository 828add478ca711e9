import { BadInput } from '../../simulator/cli/verb.ts';

const slowest = 0.1;
const fastest = 60;

/** `--drill 20`: people act twenty times as fast. */
export function speedOf(text: string, option: string): number {
  const speed = Number(text);
  if (text.trim() === '' || !(speed >= slowest && speed <= fastest))
    throw new BadInput(`${option} "${text}": the speed must be a number from ${slowest} to ${fastest}`);
  return speed;
}
