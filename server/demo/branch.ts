import { type Branch, type BranchInput, branchSchema } from '../../simulator/lobby/branch/branch.ts';
import { demoPlaces } from './places.ts';
import { demoServices } from './services.ts';
import { demoStaff } from './staff.ts';

const note = [
  'A made-up branch to begin with, open at every hour. Assumptions:',
  'a mid-size city branch with eight counters (no. 8 for companies), two advice desks, one VIP room, four smart devices;',
  'work times are round means of the kind published for Chinese retail branches (cash 4 min, transfer 6, card 10, statement 3,',
  'advice 20, corporate account opening 40), not measured here: fit your own before you plan with them;',
  'two VIP calls and two gold calls to one ordinary while all wait; opening a company account takes a teller and, later, an advisor;',
  'card work at a device needs a greeter beside the customer; every service can also be done at a counter opened without staff;',
  'counter 8 helps out when twelve have waited for two minutes (proposed, a person decides).',
].join(' ');

const branch: BranchInput = {
  v: 1,
  note,
  id: 'demo',
  names: { zh: '厅堂示范支行', en: 'Tingtang Demo Branch' },
  zone: 'Asia/Shanghai',
  dayRollsAt: '04:00',
  hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
  services: demoServices,
  segments: [
    { code: 'vip', names: { zh: '私人银行与贵宾', en: 'Private and VIP' }, tier: 0, series: 'V' },
    { code: 'gold', names: { zh: '金卡', en: 'Gold' }, tier: 2, series: 'G' },
    { code: 'normal', names: { zh: '普通', en: 'Ordinary' }, tier: 5 },
  ],
  traits: [
    { code: 'senior', names: { zh: '银发（60 岁以上）', en: 'Senior, 60 or over' }, claimable: true },
    { code: 'care', names: { zh: '爱心（孕妇、残障、抱婴）', en: 'Pregnant, disabled, or with an infant' }, claimable: true },
    { code: 'new', names: { zh: '新客户', en: 'New customer' } },
    { code: 'corporate', names: { zh: '对公', en: 'Corporate' } },
    { code: 'payroll', names: { zh: '代发薪', en: 'Payroll' } },
    { code: 'at-risk', names: { zh: '流失预警', en: 'At risk of leaving' } },
  ],
  ...demoPlaces,
  staff: demoStaff,
  rules: {
    calling: { id: 'ratio', options: { weights: { vip: 2, gold: 2, general: 1, corporate: 1 } } },
    greeting: { id: 'by-need', options: {} },
    elastic: [
      { id: 'flex-8', station: 'C8', lines: ['general', 'gold', 'vip'], openAtWaiting: 12, closeAtWaiting: 3, costPerHour: 60 },
    ],
  },
};

/** 示范支行: the branch a fresh data folder begins with. */
export const demoBranch: Branch = branchSchema.parse(branch);
