import { channels } from '../lobby/journal/ticket-events.ts';
import { normalQuantile } from './distributions/normal-quantile.ts';
import type { Sampler } from './sampler.ts';
import { type Purpose, Stream } from './streams.ts';
import type { Tape } from './tape.ts';

const stream = new Stream();

/** Who comes and how they behave, as far as the model says: one stream a purpose, one uniform a visit. */
export function drawCustomers(sampler: Sampler, tape: Tape): void {
  const { channelShares, model, paceSigma, triage } = sampler;
  const { customers, answers } = model;
  if (tape.traits !== null) drawTraits(sampler, tape);
  each(tape, tape.language, 'language', (u) => (u < customers!.english ? 1 : 0));
  each(tape, tape.prepared, 'prepared', (u) => (u < customers!.prepared! ? 1 : 0));
  each(tape, tape.channel, 'channel', (u) => channelShares.find(({ below }) => u < below)?.channel ?? 0);
  if (tape.slotMs !== null && tape.channel !== null)
    for (let visit = 0; visit < tape.visits; visit++) if (!Number.isNaN(tape.slotMs[visit]!)) tape.channel[visit] = booked;
  each(tape, tape.pace, 'pace', (u) =>
    paceSigma === 0 ? 1 : Math.exp(paceSigma * normalQuantile(u) - (paceSigma * paceSigma) / 2),
  );
  each(tape, tape.answersAt, 'answer', (u) => firstAnswered(u, answers!.gone, answers!.away));
  each(tape, tape.obedience, 'obedience', (u) => u);
  each(tape, tape.triageMs, 'triage', (u) => Math.round(triage!.quantile(u)));
  each(tape, tape.balk, 'balk', (u) => u);
}

const booked = channels.indexOf('booking');

/** The first call answered: geometric, by inversion of what is left of the uniform; 0 for who has gone. */
function firstAnswered(u: number, gone: number, away: number): number {
  if (u < gone) return 0;
  if (away === 0) return 1;
  const rest = (u - gone) / (1 - gone);
  return Math.min(250, 1 + Math.floor(Math.log(1 - rest) / Math.log(away)));
}

function each(tape: Tape, column: Float64Array | Uint8Array | null, purpose: Purpose, value: (u: number) => number): void {
  if (column === null) return;
  stream.start(tape.seed, tape.day, purpose);
  for (let visit = 0; visit < tape.visits; visit++) column[visit] = value(stream.uniform());
}

/** One stream a trait, so that a share that changes changes no other trait. */
function drawTraits({ traits }: Sampler, tape: Tape): void {
  tape.traits!.fill(0, 0, tape.visits);
  for (const { bit, shareOf } of traits) {
    stream.start(tape.seed, tape.day, 'traits', bit);
    for (let visit = 0; visit < tape.visits; visit++)
      if (stream.uniform() < shareOf[tape.segment[visit]!]!) tape.traits![visit]! |= 1 << bit;
  }
}
