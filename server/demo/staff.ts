import type { BranchInput } from '../../simulator/lobby/branch/branch.ts';

type PersonInput = NonNullable<BranchInput['staff']>[number];

const person = (id: string, role: PersonInput['role'], skills: string[], assistCapacity = 0): PersonInput => ({
  id,
  role,
  label: id,
  skills,
  assistCapacity,
});

const everyday = ['cash', 'transfer', 'card', 'statement'];

/** Eight tellers (two also for companies, one also for advice), three advisors, two greeters. Badges, not names. */
export const demoStaff: PersonInput[] = [
  ...['T01', 'T02', 'T03', 'T04', 'T05'].map((id) => person(id, 'teller', everyday)),
  person('T06', 'teller', [...everyday, 'wealth']),
  ...['T07', 'T08'].map((id) => person(id, 'teller', [...everyday, 'corporate'])),
  ...['A01', 'A02'].map((id) => person(id, 'advisor', ['wealth', 'corporate'])),
  person('A03', 'advisor', ['wealth']),
  ...['G01', 'G02'].map((id) => person(id, 'greeter', ['card'], 2)),
];
