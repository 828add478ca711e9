import { type Branch, type BranchInput, branchSchema } from '../../../simulator/lobby/branch/branch.ts';
import { stageBranchInput } from './stage-branch.ts';

const minute = 60_000;

/** The stage branch with a floor: smart devices, two greeters, a window that opens when many wait, and a target in every line. */
export const floorBranchInput: BranchInput = {
  ...stageBranchInput,
  services: stageBranchInput.services.map((service) => {
    if (service.id === 'card')
      return {
        ...service,
        modes: [
          ...service.modes,
          { at: 'assisted-device' as const, team: [{ role: 'greeter' as const }], typicalWorkMs: 6 * minute },
        ],
      };
    return service.id === 'transfer'
      ? { ...service, modes: [...service.modes, { at: 'device' as const, typicalWorkMs: 4 * minute }] }
      : service;
  }),
  zones: [...stageBranchInput.zones, { id: 'smart', names: { zh: '智能设备区', en: 'Smart devices' }, seats: 4 }],
  lines: [
    ...stageBranchInput.lines.map((line) => ({ targetWaitMs: 20 * minute, ...line })),
    {
      id: 'smart',
      names: { zh: '智能设备', en: 'Smart devices' },
      zone: 'smart',
      kinds: ['device'],
      services: ['transfer', 'card'],
      tier: 6,
    },
  ],
  stations: [
    ...stageBranchInput.stations.map((station) =>
      station.id === 'K1' ? { ...station, services: ['wealth', 'corporate'] } : station,
    ),
    ...[1, 2, 3].map((n) => ({
      id: `D${n}`,
      kind: 'device' as const,
      names: { zh: `智能设备${n}`, en: `Smart device ${n}` },
      label: `S${n}`,
      zone: 'smart',
    })),
  ],
  staff: [
    ...(stageBranchInput.staff ?? []),
    { id: 't6', role: 'teller', label: 'T06', skills: ['cash', 'card', 'transfer', 'corporate'] },
    { id: 'g2', role: 'greeter', label: 'D02', skills: ['card'], assistCapacity: 2 },
  ],
  rules: {
    ...stageBranchInput.rules,
    elastic: [{ id: 'flex-6', station: 'C6', lines: ['personal', 'vip'], openAtWaiting: 8, closeAtWaiting: 2, holdMs: 2 * minute }],
  },
};

export const floorBranch: Branch = branchSchema.parse(floorBranchInput);
