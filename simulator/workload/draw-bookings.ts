import { normalQuantile } from './distributions/normal-quantile.ts';
import { type Sampler, slotsOf } from './sampler.ts';
import { Stream } from './streams.ts';
import { type Booking, growTape, type Tape } from './tape.ts';

const stream = new Stream();
const late = new Stream();

/** Draws who booked, who of them comes and when, and puts them among those who walk in, in order of arrival. */
export function bookInto(sampler: Sampler, tape: Tape): void {
  const { model, mixed, scratch } = sampler;
  stream.start(tape.seed, tape.day, 'booking');
  late.start(tape.seed, tape.day, 'punctuality');
  const bookings: (Booking & { readonly kind: number; readonly arrivalMs: number })[] = [];
  for (const { slotMs, entry } of slotsOf(model)) {
    const { booked, punctuality, shows } = model.appointments[entry]!;
    // Two uniforms a slot, whatever they decide, so that one slot's fate is nobody else's.
    const taken = stream.uniform() < booked;
    const comes = stream.uniform() < shows;
    const offsetMs = punctuality.meanMs + punctuality.sdMs * normalQuantile(late.uniform());
    if (!taken) continue;
    const kind = mixed + entry;
    const arrivalMs = Math.min(Math.max(Math.round(slotMs + offsetMs), sampler.opensMs), sampler.closesMs - 1);
    bookings.push({
      slotMs,
      service: sampler.services[kind]![0]!,
      segment: sampler.segment[kind]!,
      visit: comes ? 0 : -1,
      kind,
      arrivalMs,
    });
  }
  const come = bookings.filter(({ visit }) => visit === 0).sort((a, b) => a.arrivalMs - b.arrivalMs);
  const walkIns = tape.visits;
  const visits = walkIns + come.length;
  const arrivals = tape.arrivalMs.slice(0, walkIns);
  const kinds = scratch.kinds.slice(0, walkIns);
  growTape(tape, visits, visits, sampler.columns);
  if (scratch.kinds.length < visits) scratch.kinds = new Uint16Array(2 * visits);
  tape.visits = visits;
  let walkIn = 0;
  let next = 0;
  for (let visit = 0; visit < visits; visit++) {
    // Of two who come at the same ms the one who walks in goes first.
    const booked = walkIn === walkIns || (next < come.length && come[next]!.arrivalMs < arrivals[walkIn]!) ? come[next++]! : null;
    if (booked) booked.visit = visit;
    tape.slotMs![visit] = booked?.slotMs ?? Number.NaN;
    tape.arrivalMs[visit] = booked?.arrivalMs ?? arrivals[walkIn]!;
    scratch.kinds[visit] = booked?.kind ?? kinds[walkIn]!;
    if (!booked) walkIn++;
  }
  tape.bookings = bookings.map(({ slotMs, service, segment, visit }) => ({ slotMs, service, segment, visit }));
}
