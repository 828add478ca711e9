import type { Fitted } from '../../../history/fit/fit.ts';
import { both } from './both.ts';

type Found = Fitted['report']['found'];

const seconds = (ms: number): string => (ms / 1000).toFixed(0);
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const limits = ({ high, low, value }: { readonly value: number; readonly low: number; readonly high: number }): string =>
  `${(100 * value).toFixed(1)} % (${(100 * low).toFixed(1)} … ${(100 * high).toFixed(1)} %)`;

/** What was found of those who serve, of calls and of where customers went, a sentence each. */
export function aboutService(found: Found): string[] {
  const { appointments, ghostShare, onward, patience, places, workDrift } = found;
  return [
    ...aboutTurnaround(found),
    ...aboutWalk(found),
    ...aboutSkills(found),
    ...(ghostShare > 0
      ? [
          both(
            `${percent(ghostShare)} 的办理一开始就结束，另作一类。`,
            `${percent(ghostShare)} of services were over at once and are a class of their own.`,
          ),
        ]
      : []),
    ...aboutCalls(found.answers),
    ...onward.transfers.map(({ count, service, share, to }) =>
      both(
        `${service} 之后转办 ${to} ${limits(share)}，共 ${count} 次。`,
        `Transfers: ${service} to ${to} ${limits(share)}, ${count} seen.`,
      ),
    ),
    ...onward.failures.map(({ failed, service, share, uses }) =>
      both(
        `${service} 在设备上未办成 ${limits(share)}，${uses} 次中 ${failed} 次。`,
        `Devices fail: ${service} ${limits(share)}, ${failed} of ${uses} uses.`,
      ),
    ),
    ...(onward.further > 0
      ? [both(`一次来访的第二项业务 ${onward.further} 笔。`, `Second needs of one visit: ${onward.further}.`)]
      : []),
    ...places.map(({ at, service }) => {
      const list = at.map(({ count, kind, share }) => `${kind} ${percent(share)} (${count})`).join(', ');
      return both(`办理地点：${service} ${list}。`, `Done at: ${service} ${list}.`);
    }),
    ...(patience.observed > 0
      ? [
          both(
            `耐心：${patience.observed} 人在已知时刻离开，${patience.inferred} 人不知何时，${patience.censored} 人先被办理。`,
            `Patience: ${patience.observed} left at a known time, ${patience.inferred} unseen, ${patience.censored} were served first.`,
          ),
        ]
      : []),
    ...(appointments === null
      ? []
      : [
          both(
            `预约 ${appointments.booked} 个，到 ${percent(appointments.shows)}，平均${appointments.meanMs < 0 ? '早' : '晚'} ${seconds(Math.abs(appointments.meanMs))} 秒（标准差 ${seconds(appointments.sdMs)} 秒）。`,
            `Appointments: ${appointments.booked} booked, ${percent(appointments.shows)} came, in the mean ${seconds(Math.abs(appointments.meanMs))} s ${appointments.meanMs < 0 ? 'early' : 'late'} (standard deviation ${seconds(appointments.sdMs)} s).`,
          ),
        ]),
    ...(workDrift === null
      ? []
      : [both(`办理时间每周变化 ${percent(workDrift.perWeek)}。`, `Service times drift by ${percent(workDrift.perWeek)} a week.`)]),
  ];
}

function aboutTurnaround({ spellLimitMs, turnaround }: Found): string[] {
  if (turnaround === null) return [];
  const { absentQuiet, absentWaiting, exact, gaps, meanQuietMs, meanWaitingMs, ownServers, persistence } = turnaround;
  const clustering = `${persistence.value.toFixed(2)} (${persistence.low.toFixed(2)} … ${persistence.high.toFixed(2)})`;
  return [
    both(
      `办结间隔（${gaps} 个空档，${exact} 个确切）：有人等时平均 ${seconds(meanWaitingMs)} 秒，无人等时 ${seconds(meanQuietMs)} 秒；离岗（超过一分钟）${percent(absentWaiting)}、${percent(absentQuiet)}；集聚 ${clustering}。`,
      `Turnaround, from ${gaps} gaps (${exact} known exactly): mean ${seconds(meanWaitingMs)} s while somebody waits, ${seconds(meanQuietMs)} s while nobody does; absences (over a minute) ${percent(absentWaiting)} and ${percent(absentQuiet)}; clustering ${clustering}.`,
    ),
    both(
      `单独估计的人：${ownServers.join(', ') || '无，各人空档太少'}；其余合并。`,
      `Of their own: ${ownServers.join(', ') || 'nobody, too few gaps each'}; the others are pooled.`,
    ),
    both(
      `空闲超过 ${seconds(spellLimitMs)} 秒，且这期间有其能办的客户久等或去了更晚空出的人那里，视为离开。`,
      `Who is idle for over ${seconds(spellLimitMs)} s is taken to be gone where a customer of theirs waited meanwhile, or went to somebody who was free later.`,
    ),
  ];
}

function aboutWalk({ walk }: Found): string[] {
  if (walk === null) return [];
  const { from, high, low, ms, paceCv, records } = walk;
  const [length, limits] = [(ms / 1000).toFixed(1), `${(low / 1000).toFixed(1)} … ${(high / 1000).toFixed(1)}`];
  return [
    from === 'calls'
      ? both(
          `叫号到开始平均 ${length} 秒（${limits}），离散 ${paceCv.toFixed(2)}，${records} 次：算作走到窗口的时间。`,
          `From the call to the start: ${length} s in the mean (${limits}), coefficient of variation ${paceCv.toFixed(2)}, ${records} records: taken as the way to the counter.`,
        )
      : both(
          `服务者早已空闲时，到达到开始也要平均 ${length} 秒（${limits}），离散 ${paceCv.toFixed(2)}，${records} 次：算作走到窗口的时间，不算排队。`,
          `Even where the server has long been free, service starts ${length} s after the arrival in the mean (${limits}), coefficient of variation ${paceCv.toFixed(2)}, ${records} records: taken as the way to the counter, not as queueing.`,
        ),
  ];
}

const aboutSkills = ({ calling, pools }: Found): string[] => [
  ...(pools.length > 1
    ? pools.map(({ lacks, servers }) =>
        lacks.length === 0
          ? both(`技能组：${servers.join(', ')} 什么都办。`, `Skill pool: ${servers.join(', ')} do everything.`)
          : both(
              `技能组：${servers.join(', ')} 不办 ${lacks.join(', ')}。`,
              `Skill pool: ${servers.join(', ')} do not do ${lacks.join(', ')}.`,
            ),
      )
    : []),
  ...(calling?.segments.map(({ agreement, agreementFcfs, boostMs, calls, segment }) =>
    both(
      `叫号：客群 ${segment} 相当于比 ${calling.against} 早到 ${seconds(boostMs)} 秒；${calls} 次叫号这样说对 ${percent(agreement)}，先来先办说对 ${percent(agreementFcfs)}。`,
      `Calling: segment ${segment} goes as if it had come ${seconds(boostMs)} s before ${calling.against}; that tells ${percent(agreement)} of ${calls} calls right, order of arrival ${percent(agreementFcfs)}.`,
    ),
  ) ?? []),
];

function aboutCalls({ away, called, counted, noShow, noShows, recallAfterMs, recalls }: Found['answers']): string[] {
  return [
    ...(noShows > 0
      ? [
          both(
            `过号 ${limits(noShow)}，叫 ${called} 人中 ${noShows} 人。`,
            `No-shows: ${limits(noShow)}, ${noShows} of ${called} called.`,
          ),
        ]
      : []),
    ...(away !== null && recalls !== null && recalls > 0
      ? [
          both(
            `重呼：${limits(away)} 的叫号当时无人应；办理 ${counted} 人，重呼 ${recalls} 次${recallAfterMs === null ? '' : `，隔 ${recallAfterMs / 1000} 秒`}。`,
            `Recalls: at ${limits(away)} of the calls nobody comes at once; ${recalls} recalls of ${counted} served${recallAfterMs === null ? '' : `, every ${recallAfterMs / 1000} s`}.`,
          ),
        ]
      : []),
  ];
}
