import type { RuleId } from '../clean/ledger.ts';

/** 清洗规则: what each rule of cleaning meets. */
export const rulesInChinese: Readonly<Record<RuleId, string>> = {
  'unreadable-cell': '读不出的单元格，视为空',
  'duplicate-row': '同日完全重复的行',
  'no-arrival': '既无到达时刻，也无可学的办理时间',
  'stale-date': '1990 年前、2100 年后，或与其余各行相差数年的日期',
  'outside-hours': '在营业时间之外到达',
  'sentinel-time': '零点整代表“无”',
  'start-before-arrival': '开始早于到达',
  'end-before-start': '结束早于开始',
  'negative-length': '等候或办理时间小于零',
  'absurd-service': '办理超过 8 小时',
  'absurd-wait': '等候超过 12 小时',
  'ghost-service': '0 秒，或不到中位数十分之一且常见的极短办理',
  'no-service-time': '已办理，但没有办理时间',
  'clocks-disagree': '所给等候与“开始减到达”相差 2 秒以上，以时刻为准',
  'overlapping-service': '上一笔未结束就开始下一笔',
  'past-midnight': '办理跨过零点，算在到达那一天',
  'unknown-server': '办理者没有名字',
  'no-show': '叫号未到',
};

/** What came of the rows, in Chinese. */
export const effectsInChinese: Readonly<Record<string, string>> = {
  dropped: '丢弃',
  kept: '保留',
  'kept as it is': '原样保留',
  'kept, without that time': '保留，去掉该时刻',
  'kept, without its wait': '保留，不计其等候',
  'kept, without its service time': '保留，不计其办理时间',
  'kept, without it': '保留，去掉该数值',
  'kept, as a class of its own beside the service times': '保留，另作一类',
  'kept as an arrival': '保留为到达',
  'kept, as a no-show': '保留为过号',
};
