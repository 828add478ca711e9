import { type Branch, type BranchInput, branchSchema } from '../../../simulator/lobby/branch/branch.ts';

const minute = 60_000;

/** A bank branch as customers know it, for screens to be looked at: real words, three tiers, a service for two people. */
export const stageBranchInput: BranchInput = {
  v: 1,
  id: 'demo',
  names: { zh: '滨江路支行', en: 'Riverside Branch' },
  zone: 'Asia/Shanghai',
  hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
  services: [
    {
      id: 'cash',
      names: { zh: '存款取款', en: 'Deposits and withdrawals' },
      series: 'A',
      modes: [{ at: 'counter', team: [{ role: 'teller' }], typicalWorkMs: 5 * minute }],
      documents: [
        { zh: '身份证原件', en: 'Identity card' },
        { zh: '银行卡或存折', en: 'Bank card or passbook' },
      ],
    },
    {
      id: 'card',
      names: { zh: '开卡与换卡', en: 'New or replacement card' },
      series: 'B',
      modes: [{ at: 'counter', team: [{ role: 'teller' }], typicalWorkMs: 9 * minute }],
      documents: [
        { zh: '身份证原件', en: 'Identity card' },
        { zh: '预留手机', en: 'Registered phone' },
      ],
    },
    {
      id: 'transfer',
      names: { zh: '转账汇款', en: 'Transfers and remittance' },
      series: 'A',
      modes: [{ at: 'counter', team: [{ role: 'teller' }], typicalWorkMs: 7 * minute }],
      documents: [{ zh: '收款人姓名和账号', en: 'Payee name and account' }],
    },
    {
      id: 'wealth',
      names: { zh: '理财咨询', en: 'Investment advice' },
      series: 'L',
      modes: [{ at: 'desk', team: [{ role: 'advisor' }], typicalWorkMs: 22 * minute }],
      documents: [{ zh: '身份证原件', en: 'Identity card' }],
    },
    {
      id: 'loan',
      names: { zh: '个人贷款', en: 'Personal loans' },
      series: 'D',
      modes: [{ at: 'desk', team: [{ role: 'advisor' }], typicalWorkMs: 25 * minute }],
      documents: [
        { zh: '身份证原件', en: 'Identity card' },
        { zh: '收入证明', en: 'Proof of income' },
      ],
    },
    {
      id: 'corporate',
      names: { zh: '对公开户', en: 'Business accounts' },
      series: 'C',
      modes: [{ at: 'counter', team: [{ role: 'teller' }, { role: 'advisor' }], typicalWorkMs: 30 * minute }],
      documents: [
        { zh: '营业执照正本', en: 'Business licence' },
        { zh: '公章', en: 'Company seal' },
      ],
    },
  ],
  segments: [
    { code: 'vip', names: { zh: '贵宾', en: 'VIP' }, tier: 0, series: 'V' },
    { code: 'gold', names: { zh: '金卡', en: 'Gold' }, tier: 3 },
    { code: 'normal', names: { zh: '普通', en: 'Standard' }, tier: 5 },
  ],
  traits: [
    { code: 'senior', names: { zh: '银发客户（60 岁以上）', en: 'Senior, 60 or over' }, claimable: true },
    { code: 'care', names: { zh: '爱心服务（孕妇、残障、抱婴）', en: 'Pregnant, disabled, or with an infant' }, claimable: true },
    { code: 'new', names: { zh: '新客户', en: 'New customer' } },
  ],
  zones: [
    { id: 'hall', names: { zh: '柜台区', en: 'Counter area' }, seats: 30, walkMs: 10_000 },
    { id: 'advice', names: { zh: '理财区', en: 'Advice area' }, seats: 6 },
    { id: 'vip', names: { zh: '贵宾室', en: 'VIP room' }, seats: 6 },
  ],
  lines: [
    {
      id: 'vip',
      names: { zh: '贵宾优先', en: 'VIP' },
      zone: 'vip',
      kinds: ['counter', 'desk'],
      segments: ['vip'],
      tier: 0,
      targetWaitMs: 5 * minute,
    },
    {
      id: 'advice',
      names: { zh: '理财与贷款', en: 'Advice and loans' },
      zone: 'advice',
      kinds: ['desk'],
      services: ['wealth', 'loan'],
      tier: 4,
    },
    {
      id: 'personal',
      names: { zh: '个人业务', en: 'Personal banking' },
      zone: 'hall',
      kinds: ['counter'],
      services: ['cash', 'card', 'transfer'],
      tier: 5,
      targetWaitMs: 15 * minute,
    },
    {
      id: 'corporate',
      names: { zh: '对公业务', en: 'Business banking' },
      zone: 'hall',
      kinds: ['counter'],
      services: ['corporate'],
      tier: 5,
    },
  ],
  stations: [
    ...[1, 2, 3, 4, 5, 6].map((n) => ({
      id: `C${n}`,
      kind: 'counter' as const,
      names: { zh: `${n}号窗口`, en: `Counter ${n}` },
      label: String(n),
      zone: 'hall',
      autoReady: n !== 3,
      direction: n <= 3 ? ('left' as const) : ('right' as const),
    })),
    { id: 'K1', kind: 'desk', names: { zh: '理财台1', en: 'Advice desk 1' }, label: 'L1', zone: 'advice', direction: 'ahead' },
    { id: 'K2', kind: 'desk', names: { zh: '理财台2', en: 'Advice desk 2' }, label: 'L2', zone: 'advice', direction: 'upstairs' },
  ],
  staff: [
    ...[1, 2, 3, 4, 5].map((n) => ({
      id: `t${n}`,
      role: 'teller' as const,
      label: `T0${n}`,
      skills: ['cash', 'card', 'transfer', 'corporate'],
    })),
    { id: 'a1', role: 'advisor', label: 'F01', skills: ['wealth', 'loan', 'corporate'] },
    { id: 'a2', role: 'advisor', label: 'F02', skills: ['wealth', 'loan', 'corporate'] },
    { id: 'g1', role: 'greeter', label: 'D01', skills: [], assistCapacity: 2 },
  ],
  rules: {
    calling: { id: 'ratio', options: { weights: { vip: 2, personal: 1 } } },
    greeting: { id: 'by-need' },
    undoWithinMs: 600_000,
  },
};

export const stageBranch: Branch = branchSchema.parse(stageBranchInput);
