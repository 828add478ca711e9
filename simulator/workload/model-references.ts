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
      if (Array.isArray(part.share) && part.share.length !== profile.expected.length) {
        complain(
          ['arrivals', p, 'mix', m, 'share'],
          `${part.share.length} shares for ${profile.expected.length} steps; give one a step, or one number`,
        );
      }
    });
    profile.expected.forEach((expected, step) => {
      const sum = profile.mix.reduce(
        (total, part) => total + (Array.isArray(part.share) ? (part.share[step] ?? 0) : part.share),
        0,
      );
      if (expected > 0 && Math.abs(sum - 1) > 1e-6) {
        complain(['arrivals', p, 'mix'], `the shares of step ${step} add up to ${sum}; they must add up to 1`);
      }
    });
    checkHours(model, profile, p, complain);
  });
  for (const list of ['work', 'patience'] as const) {
    model[list].forEach((entry, at) => {
      known('service', services, entry.service, [list, at, 'service']);
      known('segment', segments, entry.segment, [list, at, 'segment']);
    });
  }
  model.arrivals.forEach((profile, p) => {
    profile.mix.forEach((part, m) => {
      const has = model.work.some(
        (w) => (w.service ?? part.service) === part.service && (w.segment ?? part.segment) === part.segment,
      );
      if (!has) complain(['arrivals', p, 'mix', m], `no entry of work is for service "${part.service}", segment "${part.segment}"`);
    });
  });
}

/** Nobody arrives after the doors have closed for the day. Before they open, people may already wait. */
function checkHours(
  model: ModelShape,
  profile: ModelShape['arrivals'][number],
  p: number,
  complain: (path: (string | number)[], message: string) => void,
): void {
  const hours = hoursOn(model.branch, profile.days[0]!);
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
