import { describe, expect, it } from 'vitest';
import { demoBranch } from '../../../server/demo/branch.ts';
import { slipOf } from '../../../server/print/slip.ts';
import { issued, phonePage } from './slips.ts';

describe('what a slip says', () => {
  it("says everything in the customer's language first and in the other beside it", () => {
    const slip = slipOf(demoBranch, issued, phonePage);
    expect(slip).toMatchObject({
      number: 'A012',
      branch: [demoBranch.names.zh, demoBranch.names.en],
      services: [
        ['现金存取', 'Cash in and out'],
        ['转账汇款', 'Transfers'],
      ],
      ahead: ['前面还有 5 人', '5 people ahead of you'],
      band: ['预计等候：约 8–14 分钟', 'Expected wait: about 8–14 min'],
      goTo: ['请到现金柜台区等候叫号', 'Please wait in: Counters'],
      link: phonePage,
    });
    expect(slipOf(demoBranch, { ...issued, language: 'en' }, null)).toMatchObject({
      services: [
        ['Cash in and out', '现金存取'],
        ['Transfers', '转账汇款'],
      ],
      band: ['Expected wait: about 8–14 min', '预计等候：约 8–14 分钟'],
      link: null,
    });
  });

  it('names a paper that two services ask for once', () => {
    const { documents } = slipOf(demoBranch, issued, null);
    expect(documents.map(([zh]) => zh)).toEqual(['本人有效身份证件', '银行卡或存折', '收款人户名和账号']);
  });

  it.each([
    ['Asia/Shanghai', '2026-03-02 09:05'],
    ['America/New_York', '2026-03-01 20:05'],
    ['Asia/Kathmandu', '2026-03-02 06:50'],
  ])('tells the time of issue by the wall clock of the branch: %s', (zone, issuedAt) => {
    expect(slipOf({ ...demoBranch, zone }, issued, null).issuedAt).toBe(issuedAt);
  });

  it('keeps quiet about what is not known: no promise, no line, no zone', () => {
    const slip = slipOf(demoBranch, { ...issued, quote: null, ahead: null, zone: null }, null);
    expect(slip).toMatchObject({ band: null, ahead: null, goTo: ['请在大厅等候叫号', 'Please wait in the lobby'] });
  });

  it.each([
    [0, '前面没有人', 'Nobody ahead of you'],
    [1, '前面还有 1 人', '1 person ahead of you'],
  ])('counts %i ahead', (ahead, zh, en) => {
    expect(slipOf(demoBranch, { ...issued, ahead }, null).ahead).toEqual([zh, en]);
  });
});
