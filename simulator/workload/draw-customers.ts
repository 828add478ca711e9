import { channels } from '../lobby/journal/ticket-events.ts';
import { valueAt } from './distributions/tabulated.ts';
import type { Sampler } from './sampler.ts';
import { type Purpose, Stream } from './streams.ts';
import type { Tape } from './tape.ts';

const stream = new Stream();

/** Who comes and how they behave, as far as the model says: one stream a purpose, one uniform a visit. */
export function drawCustomers(sampler: Sampler, tape: Tape): void {
  const { channelShares, model, pace, triage } = sampler;
  const { customers, answers } = model;
  const { answersAt, balk, channel, language, obedience, prepared, slotMs, triageMs, visits } = tape;
  if (tape.traits !== null) drawTraits(sampler, tape);
  drawShare(sampler, tape, language, 'language', customers?.english ?? 0);
  drawShare(sampler, tape, prepared, 'prepared', customers?.prepared ?? 0);
  if (channel !== null) {
    const uniforms = drawn(sampler, tape, 'channel');
    for (let visit = 0; visit < visits; visit++)
      channel[visit] = channelShares.find(({ below }) => uniforms[visit]! < below)?.channel ?? 0;
    if (slotMs !== null) for (let visit = 0; visit < visits; visit++) if (!Number.isNaN(slotMs[visit]!)) channel[visit] = booked;
  }
  if (tape.pace !== null) {
    if (pace === null) tape.pace.fill(1, 0, visits);
    else {
      const uniforms = drawn(sampler, tape, 'pace');
      for (let visit = 0; visit < visits; visit++) tape.pace[visit] = valueAt(pace, uniforms[visit]!);
    }
  }
  if (answersAt !== null) {
    const { away, gone } = answers!;
    const uniforms = drawn(sampler, tape, 'answer');
    for (let visit = 0; visit < visits; visit++) answersAt[visit] = firstAnswered(uniforms[visit]!, gone, away);
  }
  if (obedience !== null) stream.start(tape.seed, tape.day, 'obedience').fill(obedience, visits);
  if (triageMs !== null) {
    const uniforms = drawn(sampler, tape, 'triage');
    for (let visit = 0; visit < visits; visit++) triageMs[visit] = Math.round(valueAt(triage!, uniforms[visit]!));
  }
  if (balk !== null) stream.start(tape.seed, tape.day, 'balk').fill(balk, visits);
}

/** A uniform for each visit, in an array that is used again. */
function drawn({ scratch }: Sampler, { seed, day, visits }: Tape, purpose: Purpose): Float64Array {
  if (scratch.uniforms.length < visits) scratch.uniforms = new Float64Array(2 * visits);
  stream.start(seed, day, purpose).fill(scratch.uniforms, visits);
  return scratch.uniforms;
}

/** 1 for this share of visits. */
function drawShare(sampler: Sampler, tape: Tape, column: Uint8Array | null, purpose: Purpose, share: number): void {
  if (column === null) return;
  const uniforms = drawn(sampler, tape, purpose);
  for (let visit = 0; visit < tape.visits; visit++) column[visit] = uniforms[visit]! < share ? 1 : 0;
}

const booked = channels.indexOf('booking');

/** The first call answered: geometric, by inversion of what is left of the uniform; 0 for who has gone. */
function firstAnswered(u: number, gone: number, away: number): number {
  if (u < gone) return 0;
  // Most answer the first call, and need no logarithm.
  const rest = (u - gone) / (1 - gone);
  if (away === 0 || 1 - rest > away) return 1;
  return Math.min(250, 1 + Math.floor(Math.log(1 - rest) / Math.log(away)));
}

/** One stream a trait, so that a share that changes changes no other trait. */
function drawTraits({ scratch, traits }: Sampler, tape: Tape): void {
  tape.traits!.fill(0, 0, tape.visits);
  if (scratch.uniforms.length < tape.visits) scratch.uniforms = new Float64Array(2 * tape.visits);
  const { uniforms } = scratch;
  for (const { bit, shareOf } of traits) {
    stream.start(tape.seed, tape.day, 'traits', bit).fill(uniforms, tape.visits);
    for (let visit = 0; visit < tape.visits; visit++)
      if (uniforms[visit]! < shareOf[tape.segment[visit]!]!) tape.traits![visit]! |= 1 << bit;
  }
}
