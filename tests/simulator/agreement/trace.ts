import { agreeOn } from '../../../simulator/agreement/agree.ts';
import type { AnyDay } from '../../../simulator/agreement/any-day.ts';
import { aMonday } from '../../../simulator/agreement/both-journals.ts';
import type { DrilledEvent } from '../../../simulator/drill/core-lobby.ts';
import { type ModelInput, modelSchema } from '../../../simulator/workload/model.ts';
import type { Tape } from '../../../simulator/workload/tape.ts';

/** What both engines write of a day, of the kinds asked for: time, event, ticket or person, station. */
export const traceOf = (day: AnyDay, ...types: readonly DrilledEvent['type'][]): string[] =>
  agreeOn(day)
    .filter(({ type }) => types.includes(type))
    .map(lineOf);

function lineOf({ at, data, type }: DrilledEvent): string {
  const clock = new Date(at - aMonday.midnightAt).toISOString().slice(11, 23).replace('.000', '').replace(/:00$/, '');
  const who = 'ticket' in data ? data.ticket : 'person' in data ? data.person : 'appointment' in data ? data.appointment : '';
  const where = 'station' in data ? data.station : '';
  return [clock, type, who, where].filter((part) => part !== '').join(' ');
}

export const withTape = (day: AnyDay, more: Partial<Tape>): AnyDay => ({ ...day, tape: { ...day.tape, ...more } });

export const withModel = (day: AnyDay, more: Partial<ModelInput>): AnyDay => ({
  ...day,
  model: modelSchema.parse({ ...day.model, ...more }),
});
