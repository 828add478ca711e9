import type { z } from 'zod';
import { clockOfMs, minuteMs, msOfClock } from './clock.ts';
import type { ModelShape } from './model-shape.ts';
import { closesAt, hoursOn } from './opening.ts';

/** What a model says must fit its branch and itself; every problem is listed with its place. */
export function checkModel(model: ModelShape, ctx: z.core.$RefinementCtx<ModelShape>): void {
  const complain = (path: (string | number)[], message: string): void => {
    ctx.addIssue({ code: 'custom', path, message });
  };
  const services = model.branch.services.map((service) => service.id);
  const segments = model.branch.segments.map((segment) => segment.code);
  const known = (what: string, all: readonly string[], value: string | undefined, path: (string | number)[]): void => {
    if (value !== undefined && !all.includes(value))
      complain(path, `unknown ${what} "${value}"; the branch declares: ${all.join(', ')}`);
  };

  model.arrivals.forEach((profile, p) => {
    profile.mix.forEach((part, m) => {
      known('service', services, part.service, ['arrivals', p, 'mix', m, 'service']);
      known('segment', segments, part.segment, ['arrivals', p, 'mix', m, 'segment']);
      part.further?.forEach((id, n) => {
        known('service', services, id, ['arrivals', p, 'mix', m, 'further', n]);
      });
      if (Array.isArray(part.share) && part.share.length !== profile.expected.length) {
        complain(
          ['arrivals', p, 'mix', m, 'share'],
          `${part.share.length} shares for ${profile.expected.length} steps; give one a step, or one number`,
        );
      }
    });
    const sums = profile.expected.map((_, step) =>
      profile.mix.reduce((total, part) => total + (Array.isArray(part.share) ? (part.share[step] ?? 0) : part.share), 0),
    );
    const uneven = [...sums.keys()].filter((step) => profile.expected[step]! > 0 && Math.abs(sums[step]! - 1) > 1e-6);
    if (uneven.length > 0) {
      const more = uneven.length > 1 ? ` (and ${uneven.length - 1} steps more)` : '';
      complain(
        ['arrivals', p, 'mix'],
        `the shares of step ${uneven[0]} add up to ${sums[uneven[0]!]}; they must add up to 1${more}`,
      );
    }
    checkHours(model, profile, p, complain);
    checkRate(profile, p, complain);
  });
  for (const list of ['work', 'patience', 'deviceFailures', 'interruptions'] as const) {
    model[list].forEach((entry, at) => {
      known('service', services, entry.service, [list, at, 'service']);
      known('segment', segments, entry.segment, [list, at, 'segment']);
    });
  }
  const needed: { path: (string | number)[]; service: string; segment: string }[] = [
    ...model.arrivals.flatMap((profile, p) =>
      profile.mix.flatMap(({ segment, service, further = [] }, m) =>
        [service, ...further].map((id) => ({ path: ['arrivals', p, 'mix', m], service: id, segment })),
      ),
    ),
    ...model.appointments.map(({ service, segment }, at) => ({ path: ['appointments', at], service, segment })),
  ];
  const passedOn = needed.flatMap(({ path, service, segment }) =>
    model.transfers.filter((one) => one.service === service).map(({ to }) => ({ path, service: to, segment })),
  );
  for (const { path, service, segment } of [...needed, ...passedOn]) {
    const first = model.branch.services.find(({ id }) => id === service)?.modes[0]?.at;
    const has = model.work.some(
      (w) => (w.service ?? service) === service && (w.segment ?? segment) === segment && (w.mode === undefined || w.mode === first),
    );
    if (!has) complain(path, `no entry of work is for service "${service}", segment "${segment}"`);
  }
  checkBehaviour(model, complain, known, services, segments);
}

type Complain = (path: (string | number)[], message: string) => void;

function checkBehaviour(
  model: ModelShape,
  complain: Complain,
  known: (what: string, all: readonly string[], value: string | undefined, path: (string | number)[]) => void,
  services: readonly string[],
  segments: readonly string[],
): void {
  const traits = model.branch.traits.map(({ code }) => code);
  model.customers?.traits.forEach(({ code, segment }, at) => {
    known('trait', traits, code, ['customers', 'traits', at, 'code']);
    known('segment', segments, segment, ['customers', 'traits', at, 'segment']);
  });
  const people = model.branch.staff.map(({ id }) => id);
  model.turnaround.forEach(({ staff = [] }, at) => {
    staff.forEach((id, n) => {
      known('person', people, id, ['turnaround', at, 'staff', n]);
    });
  });
  model.appointments.forEach(({ service, segment, from, to }, at) => {
    known('service', services, service, ['appointments', at, 'service']);
    known('segment', segments, segment, ['appointments', at, 'segment']);
    if (to < from) complain(['appointments', at, 'to'], `the last slot ${to} is before the first, ${from}`);
  });
  model.transfers.forEach(({ service, to }, at) => {
    known('service', services, service, ['transfers', at, 'service']);
    known('service', services, to, ['transfers', at, 'to']);
  });
  for (const service of new Set(model.transfers.map((one) => one.service))) {
    const sum = model.transfers.filter((one) => one.service === service).reduce((total, { share }) => total + share, 0);
    if (sum > 1 + 1e-9) complain(['transfers'], `the shares sent on from "${service}" add up to ${sum}; at most 1`);
  }
  const channels = Object.values(model.customers?.channels ?? {}).reduce((total, share) => total + share, 0);
  if (channels > 1 + 1e-9) complain(['customers', 'channels'], `the shares add up to ${channels}; at most 1`);
  model.attendance.forEach(({ counts }, at) => {
    const sum = counts.reduce((total, { share }) => total + share, 0);
    if (Math.abs(sum - 1) > 1e-6) complain(['attendance', at, 'counts'], `the shares add up to ${sum}; they must add up to 1`);
  });
  const { onLength = [], onQuote = [] } = model.balking ?? {};
  for (const [name, list] of [
    ['onLength', onLength.map(({ atLeast }) => atLeast)],
    ['onQuote', onQuote.map(({ atLeastMs }) => atLeastMs)],
  ] as const) {
    const fall = list.findIndex((value, n) => n > 0 && value <= list[n - 1]!);
    if (fall >= 0) complain(['balking', name, fall], 'entries must rise');
  }
}

function checkRate(profile: ModelShape['arrivals'][number], p: number, complain: Complain): void {
  const { batch, expected, knotsPerHour, stepMinutes } = profile;
  const sum = batch?.reduce((total, share) => total + share, 0) ?? 1;
  if (Math.abs(sum - 1) > 1e-6) complain(['arrivals', p, 'batch'], `the shares add up to ${sum}; they must add up to 1`);
  if (!knotsPerHour) return;
  if (knotsPerHour.length !== expected.length + 1)
    complain(
      ['arrivals', p, 'knotsPerHour'],
      `${knotsPerHour.length} rates for ${expected.length} steps; give one more than there are steps`,
    );
  const wrong = expected.findIndex((value, step) => {
    const integral = (((knotsPerHour[step] ?? 0) + (knotsPerHour[step + 1] ?? 0)) / 2) * (stepMinutes / 60);
    return Math.abs(integral - value) > 1e-6 * Math.max(1, value);
  });
  if (wrong >= 0)
    complain(
      ['arrivals', p, 'expected', wrong],
      `${expected[wrong]} arrivals, but the rates at the edges of the step say otherwise`,
    );
}

/** Nobody arrives after the doors have closed for the day. Before they open, people may already wait. */
function checkHours(model: ModelShape, profile: ModelShape['arrivals'][number], p: number, complain: Complain): void {
  if (profile.days.length === 0) return;
  const hours = hoursOn(model.branch, profile.days[0]!);
  const past = hours.find(({ fromMs, toMs }) => toMs <= fromMs);
  if (past !== undefined) {
    complain(
      ['branch', 'hours'],
      `the doors close at ${clockOfMs(past.toMs)} and open at ${clockOfMs(past.fromMs)}: hours past midnight are not simulated, say 24:00`,
    );
    return;
  }
  if (hours.length === 0) {
    complain(['arrivals', p, 'days', 0], `the branch has no opening hours on day ${profile.days[0]} of the week`);
    return;
  }
  const closeMs = closesAt(hours);
  const late = profile.expected.findIndex(
    (expected, step) => expected > 0 && msOfClock(profile.from) + (step + 1) * profile.stepMinutes * minuteMs > closeMs,
  );
  if (late >= 0) {
    const fromMs = msOfClock(profile.from) + late * profile.stepMinutes * minuteMs;
    complain(
      ['arrivals', p, 'expected', late],
      `arrivals from ${clockOfMs(fromMs)} on, but the doors close at ${clockOfMs(closeMs)}`,
    );
  }
}
