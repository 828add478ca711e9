import { firstNeedOf, type Tape } from '../workload/tape.ts';
import type { AnyDay } from './any-day.ts';

/** A generated day in words: enough to see what is going on in it, and to write a test of it. */
export function dayText({ model, plan, tape }: AnyDay): string {
  const { branch, ...behaviour } = model;
  const { hours, lines, services, staff, stations } = branch;
  return [
    `hours ${hours.map(({ from, to }) => `${from}-${to}`).join(' ')}`,
    ...services.map(
      ({ id, modes }) =>
        `service ${id}: ${modes.map(({ at, team }) => `${at} [${team.map(({ count, role, skill = '' }) => `${count} ${role} ${skill}`.trim()).join(', ')}]`).join(', ')}`,
    ),
    ...lines.map(
      ({ id, kinds, segments, services: taken }) => `line ${id}: ${[...kinds, ...(segments ?? []), ...(taken ?? [])].join(' ')}`,
    ),
    ...stations.map(({ id, kind, services: given }) => `station ${id}: ${kind} ${given?.join(' ') ?? ''}`.trimEnd()),
    ...staff.map(({ assistCapacity, id, role, skills }) => `person ${id}: ${role}, ${skills.join(' ')}, assists ${assistCapacity}`),
    ...plan.roster.map((shift) => `shift ${short(shift)}`),
    `rules ${short({ calling: plan.calling, greeting: plan.greeting, elastic: plan.elastic, ...branch.rules.appointments, callsBeforeNoShow: branch.rules.callsBeforeNoShow })}`,
    `behaviour ${short({ ...behaviour, v: undefined, id: undefined, arrivals: undefined, work: undefined })}`,
    ...Array.from({ length: tape.visits }, (_, visit) => visitText(tape, visit, services)),
  ].join('\n');
}

function visitText(tape: Tape, visit: number, services: readonly { readonly id: string }[]): string {
  const needs: string[] = [];
  for (let need = firstNeedOf(tape, visit); need < firstNeedOf(tape, visit + 1); need++) {
    const work = [...new Set(tape.workIn.map((column) => column[need]!))].join('|');
    needs.push(`${services[tape.service[need]!]!.id} ${work} ms, patience ${tape.patienceMs[need]!} ms${interruption(tape, need)}`);
  }
  return `v${visit} at ${new Date(tape.arrivalMs[visit]!).toISOString().slice(11, 23)}: ${needs.join('; ')}`;
}

function interruption({ awayMs, parkAfter }: Tape, need: number): string {
  return parkAfter === null || parkAfter[need]! < 0 ? '' : `, away for ${awayMs![need]!} ms after ${parkAfter[need]!} of it`;
}

/** JSON without what is empty. */
const short = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (Array.isArray(part) && part.length === 0 ? undefined : part));
