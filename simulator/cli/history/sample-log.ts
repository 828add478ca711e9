import { closeSync, openSync, writeSync } from 'node:fs';
import { type Faults, generateLog } from '../../history/generated-log.ts';
import type { Model } from '../../workload/model.ts';
import { BadInput } from '../verb.ts';

/** Writes a log of visits whose truth is the model, a day at a time; answers what it is, with its faults by the rule that ought to find them. */
export function sampleLog(
  model: Model,
  { seed, days, dirty }: { readonly seed: number; readonly days: number; readonly dirty: boolean },
  output: string | undefined,
): { readonly model: string; readonly days: number; readonly seed: number; readonly bytes: number; readonly faults: Faults } {
  const faults: Faults = {};
  let bytes = 0;
  const to = output === undefined ? process.stdout.fd : opened(output);
  try {
    for (const text of generateLog(model, { seed, days, dirty }, faults)) bytes += writeSync(to, text);
  } finally {
    if (output !== undefined) closeSync(to);
  }
  return { model: model.id, days, seed, bytes, faults };
}

function opened(path: string): number {
  try {
    return openSync(path, 'w');
  } catch (error) {
    throw new BadInput(`${path}: cannot be written (${(error as Error).message})`);
  }
}
