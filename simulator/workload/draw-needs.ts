import { valueAt } from './distributions/tabulated.ts';
import type { Sampler } from './sampler.ts';
import { Stream } from './streams.ts';
import { growNeeds, leastPatienceMs, type Tape } from './tape.ts';

const stream = new Stream();

/** The needs of every visit, and what each of them takes: one stream a purpose, one uniform a need. */
export function drawNeeds(sampler: Sampler, tape: Tape, kindsOfWalkIns: Uint16Array): void {
  const kinds = sampler.columns.slots ? sampler.scratch.kinds : kindsOfWalkIns;
  if (sampler.columns.manyNeeds) layNeeds(sampler, tape, kinds);
  else {
    const { service } = tape;
    const { firstService } = sampler;
    tape.needs = tape.visits;
    for (let visit = 0; visit < tape.visits; visit++) service[visit] = firstService[kinds[visit]!]!;
  }
  const { segment } = tape;
  const { segment: segmentOf } = sampler;
  for (let visit = 0; visit < tape.visits; visit++) segment[visit] = segmentOf[kinds[visit]!]!;
  drawLengths(sampler, tape);
}

/** A transfer adds a need behind the one it comes from; one that came by transfer is not sent on again. */
function layNeeds({ services, transfers }: Sampler, tape: Tape, kinds: Uint16Array): void {
  stream.start(tape.seed, tape.day, 'transfer');
  let most = 0;
  for (let visit = 0; visit < tape.visits; visit++) most += 2 * services[kinds[visit]!]!.length;
  growNeeds(tape, most);
  const { byTransfer, firstNeed, service } = tape;
  let need = 0;
  for (let visit = 0; visit < tape.visits; visit++) {
    firstNeed![visit] = need;
    for (const wanted of services[kinds[visit]!]!) {
      service[need] = wanted;
      if (byTransfer !== null) byTransfer[need] = 0;
      need++;
      if (byTransfer === null) continue;
      const u = stream.uniform();
      const sent = transfers[wanted]!.find(({ below }) => u < below);
      if (!sent) continue;
      service[need] = sent.to;
      byTransfer[need++] = 1;
    }
  }
  firstNeed![tape.visits] = need;
  tape.needs = need;
}

function drawLengths(sampler: Sampler, tape: Tape): void {
  const { anyPatience, failShare, patience, scratch, segments, work, workIn } = sampler;
  const { deviceFails, firstNeed, needs, patienceMs, segment, service } = tape;
  const { seed, day } = tape;
  if (scratch.keys.length < needs) scratch.keys = new Uint16Array(2 * needs);
  if (scratch.uniforms.length < needs) scratch.uniforms = new Float64Array(2 * needs);
  const { keys, uniforms } = scratch;
  if (firstNeed === null) for (let need = 0; need < needs; need++) keys[need] = service[need]! * segments + segment[need]!;
  else
    for (let visit = 0; visit < tape.visits; visit++)
      for (let need = firstNeed[visit]!; need < firstNeed[visit + 1]!; need++)
        keys[need] = service[need]! * segments + segment[visit]!;

  stream.start(seed, day, 'work').fill(uniforms, needs);
  work.fill(tape.workMs, keys, uniforms, needs, 0);
  workIn.forEach((own, mode) => {
    if (own !== null) own.fill(tape.workIn[mode]!, keys, uniforms, needs, 0, tape.workMs);
  });

  if (!anyPatience) patienceMs.fill(Number.POSITIVE_INFINITY, 0, needs);
  else {
    stream.start(seed, day, 'patience').fill(uniforms, needs);
    patience.fill(patienceMs, keys, uniforms, needs, leastPatienceMs);
  }
  if (deviceFails !== null) {
    stream.start(seed, day, 'device').fill(uniforms, needs);
    for (let need = 0; need < needs; need++) deviceFails[need] = uniforms[need]! < failShare[keys[need]!]! ? 1 : 0;
  }
  drawInterruptions(sampler, tape, keys, uniforms);
}

/** Who is sent away in the middle of a service, after how much of it and for how long: two streams, one uniform a need in each. */
function drawInterruptions({ interruption }: Sampler, tape: Tape, keys: Uint16Array, uniforms: Float64Array): void {
  const { awayMs, day, needs, parkAfter, seed } = tape;
  if (parkAfter === null || awayMs === null) return;
  stream.start(seed, day, 'interruption').fill(uniforms, needs);
  for (let need = 0; need < needs; need++) {
    const rule = interruption[keys[need]!]!;
    parkAfter[need] = rule !== null && uniforms[need]! < rule.share ? rule.after : -1;
  }
  stream.start(seed, day, 'away').fill(uniforms, needs);
  for (let need = 0; need < needs; need++)
    awayMs[need] = parkAfter[need]! < 0 ? 0 : wholeAway(valueAt(interruption[keys[need]!]!.away, uniforms[need]!));
}

/** Whole ms, and at least 1: who is sent away is not back at once. */
const wholeAway = (ms: number): number => Math.max(1, Math.round(ms));
