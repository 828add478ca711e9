import { msOfClock } from '../workload/clock.ts';
import type { Model } from '../workload/model.ts';
import type { ArrivalProfile } from '../workload/model-shape.ts';

/** How often a service is needed in a day, in the mean, by customers of a segment. */
export interface ComingNeed {
  readonly service: string;
  readonly segment: string;
  readonly visits: number;
}

/** Every need of a day: those that visits come for, booked ones, and where transfers lead from them. */
export function needsComing(model: Model, profile: ArrivalProfile): readonly ComingNeed[] {
  const needs = [
    ...profile.mix.flatMap(({ service, segment, further = [], share }) => {
      const visits = profile.expected.reduce(
        (total, expected, step) => total + expected * (Array.isArray(share) ? share[step]! : share),
        0,
      );
      return [service, ...further].map((id) => ({ service: id, segment, visits }));
    }),
    ...model.appointments.map(({ booked, everyMinutes, from, places, segment, service, shows, to }) => {
      const slots = Math.floor((msOfClock(to) - msOfClock(from)) / (everyMinutes * 60_000)) + 1;
      return { service, segment, visits: slots * places * booked * shows };
    }),
  ];
  const passedOn = needs.flatMap(({ service, segment, visits }) =>
    model.transfers.flatMap((one) => (one.service === service ? [{ service: one.to, segment, visits: visits * one.share }] : [])),
  );
  return [...needs, ...passedOn];
}
