import { hash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { profileOf } from '../../engine/run.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import { canonicalText, noHash } from '../../lobby/journal/canonical-text.ts';
import type { LobbyEvent } from '../../lobby/journal/event.ts';
import { journalOfDays } from '../../study/journal-of-days.ts';
import type { Model } from '../../workload/model.ts';
import { BadInput } from '../verb.ts';

/** Bytes written at a time. */
const block = 1 << 20;

/** Opens the file to be written; said before the days are run, not after. */
export function openJournal(path: string): number {
  try {
    return openSync(path, 'w');
  } catch (error) {
    throw new BadInput(`${path}: cannot be written (${(error as Error).message})`);
  }
}

/** Writes the journal of simulated days in the file form of live ones: NDJSON, each event chained to the one before. */
export function writeJournal(
  file: number,
  model: Model,
  plan: Plan,
  { seed, days, dayType }: { readonly seed: number; readonly days: number; readonly dayType?: string | undefined },
): void {
  try {
    let prev = noHash;
    let text = '';
    for (const event of journalOfDays(model, profileOf(model, dayType), plan, seed, days)) {
      const line = canonicalText({ ...event, prev } as LobbyEvent);
      prev = hash('sha256', line, 'hex');
      text += `${line}\n`;
      if (text.length < block) continue;
      writeSync(file, text);
      text = '';
    }
    writeSync(file, text);
  } finally {
    closeSync(file);
  }
}
