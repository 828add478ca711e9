import type { Branch } from '../../simulator/lobby/branch/branch.ts';
import { optionsFor } from '../../simulator/lobby/greeting/options-for.ts';
import { type Model, modelSchema } from '../../simulator/workload/model.ts';
import { canWork } from './can-work.ts';

const hourMs = 3_600_000;
/** Busy, not overrun: at the crest of a wave the lines grow, in its trough they shrink. */
const load = 0.8;
const wave = 0.35;
const waves = 12;
const stepMinutes = 15;
const steps = (24 * 60) / stepMinutes;
/** Beside the work a customer costs a walk and a turnaround. */
const besidesMs = 45_000;
/** Shares of segments from the least favoured tier up: most people are ordinary. */
const ordinaryShare = 0.75;

/**
 * Demand that a branch can just about serve, from what it declares: its stations divide their time among what they can do. Made up, to
 * see a lobby live; nothing is learned from it.
 */
export function drillModel(branch: Branch): Model {
  const rates = branch.services.map((service) => ({ id: service.id, perHour: load * capacityFor(branch, service.id) }));
  const perHour = rates.reduce((sum, rate) => sum + rate.perHour, 0);
  const mix = rates.flatMap(({ id, perHour: own }) => {
    const served = segmentShares(branch).filter(({ code }) => optionsFor(branch, id, code).length > 0);
    const all = served.reduce((sum, { share }) => sum + share, 0);
    return served.map(({ code, share }) => ({ service: id, segment: code, share: (own / perHour) * (share / all) }));
  });
  const total = mix.reduce((sum, { share }) => sum + share, 0);
  const work = branch.services.flatMap(({ id, modes }) =>
    modes.map(({ at, typicalWorkMs }) => ({
      service: id,
      mode: at,
      distribution: { family: 'lognormal', meanMs: typicalWorkMs, cv: 0.5 },
    })),
  );
  return modelSchema.parse({
    v: 1,
    id: 'drill',
    branch: { ...branch, hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }] },
    arrivals: [
      {
        id: 'drill',
        days: [1],
        from: '00:00',
        stepMinutes,
        expected: Array.from(
          { length: steps },
          (_, step) => (perHour * stepMinutes * (1 + wave * Math.sin((2 * Math.PI * waves * step) / steps))) / 60,
        ),
        mix: mix.map((part) => ({ ...part, share: part.share / total })),
      },
    ],
    work,
    patience: [{ distribution: { family: 'gamma', meanMs: 40 * 60_000, cv: 0.6 } }],
    turnaround: [{ distribution: { family: 'lognormal', meanMs: 25_000, cv: 0.6 } }],
    walk: { paceCv: 0.3 },
    answers: { away: 0.08, gone: 0.02, recallAfterMs: 30_000 },
    deviceFailures: [{ share: 0.05 }],
    customers: {
      traits: branch.traits.filter(({ claimable }) => claimable).map(({ code }) => ({ code, share: 0.1 })),
      english: 0.05,
    },
  });
}

/** Customers an hour for this service, where every station divides its time equally among what it can do. */
function capacityFor(branch: Branch, service: string): number {
  const { workMs, hands } = branch.stations.reduce(
    (sum, station) => {
      const able = branch.services.filter((one) => canWork(branch, station, one) !== null);
      const mode = able.some(({ id }) => id === service)
        ? canWork(branch, station, branch.services.find(({ id }) => id === service)!)
        : null;
      return mode === null
        ? sum
        : { hands: sum.hands + 1 / able.length, workMs: sum.workMs + (mode.typicalWorkMs + besidesMs) / able.length };
    },
    { hands: 0, workMs: 0 },
  );
  return hands === 0 ? 0 : (hands * hourMs) / (workMs / hands);
}

function segmentShares({ segments }: Branch): { readonly code: string; readonly share: number }[] {
  const ordinary = segments.reduce((least, one) => (one.tier >= least.tier ? one : least));
  const others = segments.length - 1;
  return segments.map((one) => ({
    code: one.code,
    share: one === ordinary ? (others === 0 ? 1 : ordinaryShare) : (1 - ordinaryShare) / others,
  }));
}
