import { type Phrases, phraseIn } from '../../report/words/phrases.ts';

/** What `fit` says of assumptions and doubts, and its Chinese. */
const phrases: Phrases = [
  [/^the opening hours are the half hours in which people came.*$/, '营业时间取有人到达的半小时，首尾偶有一两人的不计'],
  [/^who has no start of service took a ticket and did not come.*$/, '没有开始时刻的，视为取号后叫号未到；文件没有写明何时离开'],
  [/^column "(.+)": dates such as (.+) are read as day\/month$/, '列“$1”：$2 这样的日期按“日/月”读'],
  [
    /^column "(.+)": times are written with their distance from UTC \((.+)\);.* zone, (.+)$/,
    '列“$1”：时刻带时差（如 $2），已换算为网点时区 $3',
  ],
  [/^column "(.+)": (?:seconds|ms) since 1970 .* zone, (.+)$/, '列“$1”：自 1970 年起的计时，已换算为网点时区 $2'],
  [/^column "(.+)": plain numbers are (\w+), as.*$/, '列“$1”：没有单位的数字按 $2 读，与同一行的时刻相符'],
  [/^(\d+) special days are in no profile of arrivals$/, '$1 个特殊日不计入到达曲线'],
  [/^(\d+) servers are named; those beyond the (\d+) busiest are pooled$/, '记录中有 $1 名服务者，最忙的 $2 名之外合并'],
  [
    /^(\d+) kinds of \w+ are named; all but the (\d+) most frequent are one, "(.+)"$/,
    '记录中有 $1 种名称，最常见的 $2 种之外合为“$3”',
  ],
  [/^the records name no counters; (\d+) are declared.*$/, '记录没有窗口名，设为 $1 个：最忙半小时所需的一倍半再加两个'],
  [/^(\d+) people were gone when they were called.*$/, '$1 人叫号时已不在，不知何时离开：模拟中无人离开'],
  [/^nobody is recorded as having left.*$/, '没有人离开的记录：模拟中无人离开'],
  [/^patience is taken as exponential$/, '耐心按指数分布'],
  [/^the turnaround between two customers is not measured: 0$/, '两位客户之间的办结间隔没有测到：按 0 计'],
  [/^a short absence of staff is a long turnaround.*$/, '人员短暂离岗算作长的办结间隔；更长的空档视为下班'],
  [/^(\d+) servers are named S01, S02 ….*$/, '$1 名服务者改记为 S01、S02……：原文可能是人名'],
  [/^no call is on record: each is taken.*$/, '没有叫号时刻：视为开始之前走到窗口的那段时间，无人等时的办结间隔可能偏短'],
  [/^the records do not count calls.*$/, '记录没有叫号次数，重呼率不可知：来的人都在第一次叫号时到'],
  [/^how long is waited before a recall is not on record: (\d+) s$/, '隔多久重呼没有记录：按 $1 秒'],
  [/^the records link no two services of one visit.*$/, '记录看不出同一次来访的两笔业务（没有票号，也没有转办）：不计转办'],
  [/^(\d+) customers were sent on to where the records do not tell.*$/, '$1 人被转办，去向没有记录：不计入转办'],
  [/^(\d+) second services under one ticket.*$/, '$1 笔同号的第二项业务视为来时就要办的：记录没有写明转办'],
  [/^the records do not say where a service took place.*$/, '记录没有办理地点：都算在窗口办理'],
  [/^(.+): done at several kinds of place; the model.*$/, '$1：在几种地点办理，模型让客户去第一个开着的'],
  [/^the branch that the journal declares does not fit its records \((.+)\).*$/, '流水所载的网点与其记录不符（$1）：按记录另建'],
  [
    /^arrivals of (?:one day|(\d+) days) only: how much days differ.*$/,
    '到达只有 $1 天的记录：日与日相差多少不可知，模拟的每天期望相同',
  ],
  [/^days differ by (\d+) %.*$/, '各日相差 $1 %：一条曲线里可能混有几种日子'],
  [/^arrivals change by (\S+) % a week.*$/, '到达每周变化 $1 %，曲线取整段的平均'],
  [/^(\d+) days like no others are left out: (.+)$/, '$1 个与众不同的日子不计：$2'],
  [/^only (\d+) records$/, '只有 $1 条记录'],
  [/^every one is exactly (\S+) s.*$/, '每次都正好 $1 秒：是名义时间，不是测量'],
  [
    /^no family fits(?: \(nearest: (.+), distance (\S+), limit (\S+)\))?.*$/,
    '没有合适的分布（最近的是 $1，距离 $2，限度 $3），直接用记录的数值',
  ],
  [/^pooled, for want of records: (.+)$/, '记录太少、合并：$1'],
  [/^only (\d+) people left$/, '只有 $1 人离开'],
  [/^only (\d+) gaps between services.*$/, '只有 $1 个空档可推办结间隔'],
  [/^(\d+) more were gone when they were called.*$/, '另有 $1 人叫号时已不在，未计入'],
  [/^beyond (\d+) s hardly anybody's patience.*$/, '超过 $1 秒几乎没有耐心的记录，曲线按最后的速度延伸'],
  [
    /^(\d+) of (\d+) rows arrived outside the opening hours.*past midnight.*$/,
    '$2 行中有 $1 行在营业时间之外，未计：有人在零点后到达，而模型的一天到零点为止；或时刻属于别的时区（--zone）',
  ],
  [
    /^(\d+) of (\d+) rows arrived outside the opening hours.*$/,
    '$2 行中有 $1 行在营业时间之外，未计：请核对营业时间（--from，或 history.json 的 from、to）与时区（--zone）',
  ],
  [
    /^(.+): service starts before the arrival in (\d+) of (\d+) rows: two clocks disagree(?:; it is the clock of (.+): set.*)?$/,
    '$1：$3 行中有 $2 行开始早于到达，两个时钟不一致 $4',
  ],
  [/^(.+): people come alike at all 24 hours: (.+)$/, '$1：全天二十四小时到达一样多（$2），像是编造的'],
  [/^(.+): waits are whole minutes from 0 to (\d+).*$/, '$1：等候都是 0 到 $2 的整分钟且次数均等，真实的等候不会如此'],
  [/^(.+): (\d+) of (\d+) waits are below zero.*$/, '$1：$3 个等候中有 $2 个小于零且左右对称，是正态分布生成的'],
  [/^(.+): the column of waits holds end − start.*$/, '$1：“等候”一列其实是结束减开始'],
  [/^of (\d+) days (\d+), evenly spread, are left out in turn$/, '$1 天中均匀取 $2 天逐一留出'],
  [
    /^the model was fitted from (\d+) of these days.*$/,
    '这些日子中有 $1 天就是模型的来源：公平的检验要用别的日子，或 --leave-one-day-out',
  ],
  [/^servers go by names here.*$/, '记录中的服务者是人名，无从知道模型指的是谁：按人人都能办、办结间隔相同计'],
];

/** A sentence of `fit` in Chinese; as it is where none is known, so that nothing is lost. */
export const inChinese = (sentence: string): string => phraseIn(phrases, sentence) ?? sentence;
