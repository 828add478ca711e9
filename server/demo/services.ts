import type { BranchInput } from '../../simulator/lobby/branch/branch.ts';

type ServiceInput = BranchInput['services'][number];

const idCard = { zh: '本人有效身份证件', en: 'Your valid ID' };
const teller = [{ role: 'teller' as const }];
const minutes = (count: number): number => count * 60_000;

/** The six services of the demo branch. Work times are assumptions, see the branch's note. */
export const demoServices: ServiceInput[] = [
  {
    id: 'cash',
    names: { zh: '现金存取', en: 'Cash in and out' },
    series: 'A',
    modes: [{ at: 'counter', team: teller, typicalWorkMs: minutes(4) }],
    documents: [idCard, { zh: '银行卡或存折', en: 'Bank card or passbook' }],
    targetWaitMs: minutes(15),
  },
  {
    id: 'transfer',
    names: { zh: '转账汇款', en: 'Transfers' },
    series: 'B',
    modes: [
      { at: 'counter', team: teller, typicalWorkMs: minutes(6) },
      { at: 'device', typicalWorkMs: minutes(4) },
    ],
    documents: [idCard, { zh: '收款人户名和账号', en: 'Payee name and account number' }],
    targetWaitMs: minutes(15),
  },
  {
    id: 'card',
    names: { zh: '银行卡与账户', en: 'Cards and accounts' },
    series: 'C',
    modes: [
      { at: 'counter', team: teller, typicalWorkMs: minutes(10) },
      { at: 'assisted-device', team: [{ role: 'greeter' }], typicalWorkMs: minutes(7) },
    ],
    documents: [idCard],
    targetWaitMs: minutes(20),
  },
  {
    id: 'statement',
    names: { zh: '查询与流水打印', en: 'Enquiries and statements' },
    series: 'D',
    modes: [
      { at: 'counter', team: teller, typicalWorkMs: minutes(3) },
      { at: 'device', typicalWorkMs: minutes(3) },
    ],
    documents: [idCard],
    targetWaitMs: minutes(10),
  },
  {
    id: 'wealth',
    names: { zh: '理财与贷款咨询', en: 'Wealth and loans' },
    series: 'E',
    modes: [
      { at: 'room', team: [{ role: 'advisor' }], typicalWorkMs: minutes(25) },
      { at: 'desk', team: [{ role: 'advisor' }], typicalWorkMs: minutes(20) },
      { at: 'counter', team: teller, typicalWorkMs: minutes(15) },
    ],
    documents: [idCard],
    targetWaitMs: minutes(20),
  },
  {
    id: 'corporate',
    names: { zh: '对公开户', en: 'Corporate account opening' },
    series: 'F',
    // Two people: the teller takes the papers, an advisor comes for the due-diligence talk and signs with the teller.
    modes: [{ at: 'counter', team: [{ role: 'teller' }, { role: 'advisor', joins: 'later' }], typicalWorkMs: minutes(40) }],
    documents: [
      { zh: '营业执照正本', en: 'Business licence (original)' },
      { zh: '法定代表人身份证件', en: 'ID of the legal representative' },
      { zh: '公章、财务章、法人章', en: 'Company, finance and personal seals' },
    ],
    targetWaitMs: minutes(30),
  },
];
