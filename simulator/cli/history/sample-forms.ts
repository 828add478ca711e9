import { languages } from '../../lobby/branch/language.ts';
import { modeKinds } from '../../lobby/branch/service.ts';
import { channels } from '../../lobby/journal/ticket-events.ts';
import type { Model } from '../../workload/model.ts';
import { firstNeedOf, type Tape } from '../../workload/tape.ts';

/** Sampled days as text. */
type Write = (model: Model, seed: number, tapes: readonly Tape[]) => string;

/** The forms that `sample --as` knows. A new one is added here. */
export const sampleForms = { tape: asTapes, arrivals: asArrivals } as const satisfies Record<string, Write>;
export type SampleForm = keyof typeof sampleForms;

/** JSON: visits with their needs. What the model says nothing of is left out; patience is null for who never leaves. */
function asTapes(model: Model, seed: number, tapes: readonly Tape[]): string {
  const days = tapes.map((tape) => ({
    day: tape.day,
    visits: Array.from({ length: tape.visits }, (_, visit) => ({
      ...visitOf(model, tape, visit),
      needs: needsOf(model, tape, visit),
    })),
    bookings: tape.bookings.map(({ slotMs, service, segment, visit }) => ({
      slotMs,
      service: model.branch.services[service]!.id,
      segment: model.branch.segments[segment]!.code,
      visit: visit < 0 ? null : visit,
    })),
  }));
  return `${JSON.stringify({ v: 1, model: model.id, seed, days })}\n`;
}

function visitOf({ branch }: Model, tape: Tape, visit: number) {
  const slotMs = tape.slotMs?.[visit];
  return {
    arrivalMs: tape.arrivalMs[visit]!,
    segment: branch.segments[tape.segment[visit]!]!.code,
    ...(tape.channel ? { channel: channels[tape.channel[visit]!] } : {}),
    ...(tape.traits
      ? { traits: branch.traits.filter((_, bit) => (tape.traits![visit]! >>> bit) & 1).map(({ code }) => code) }
      : {}),
    ...(tape.language ? { language: languages[tape.language[visit]!] } : {}),
    ...(tape.prepared ? { prepared: tape.prepared[visit] === 1 } : {}),
    ...(slotMs === undefined || Number.isNaN(slotMs) ? {} : { slotMs }),
    ...(tape.pace ? { pace: tape.pace[visit] } : {}),
    ...(tape.answersAt ? { answersCall: tape.answersAt[visit] === 0 ? null : tape.answersAt[visit] } : {}),
    ...(tape.triageMs ? { triageMs: tape.triageMs[visit], obedience: tape.obedience![visit] } : {}),
    ...(tape.balk ? { balk: tape.balk[visit] } : {}),
  };
}

function needsOf({ branch }: Model, tape: Tape, visit: number) {
  const from = firstNeedOf(tape, visit);
  const to = tape.firstNeed === null ? from + 1 : tape.firstNeed[visit + 1]!;
  return Array.from({ length: to - from }, (_, at) => {
    const row = from + at;
    const service = branch.services[tape.service[row]!]!;
    const patienceMs = tape.patienceMs[row]!;
    return {
      service: service.id,
      workMs: Object.fromEntries(service.modes.map(({ at: mode }) => [mode, tape.workIn[modeKinds.indexOf(mode)]![row]!])),
      patienceMs: Number.isFinite(patienceMs) ? patienceMs : null,
      ...(tape.byTransfer ? { byTransfer: tape.byTransfer[row] === 1 } : {}),
      ...(tape.deviceFails ? { deviceFails: tape.deviceFails[row] === 1 } : {}),
    };
  });
}

/** CSV: a row for each visit, with its first need. */
function asArrivals(model: Model, _seed: number, tapes: readonly Tape[]): string {
  const rows = tapes.flatMap((tape) =>
    Array.from({ length: tape.visits }, (_, visit) => {
      const row = firstNeedOf(tape, visit);
      const { branch } = model;
      const patienceMs = tape.patienceMs[row]!;
      return [
        tape.day,
        tape.arrivalMs[visit]!,
        branch.segments[tape.segment[visit]!]!.code,
        branch.services[tape.service[row]!]!.id,
        tape.workMs[row]!,
        Number.isFinite(patienceMs) ? patienceMs : '',
      ].join(',');
    }),
  );
  return `${['day,arrival_ms,segment,service,work_ms,patience_ms', ...rows].join('\n')}\n`;
}
