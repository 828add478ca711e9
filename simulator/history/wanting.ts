import type { Names } from '../lobby/branch/names.ts';
import type { Fitted } from './fit/fit.ts';
import { fewRecords } from './fit/work/fit-lengths.ts';
import { leastForecastDays } from './forecast/forecast.ts';

/** What a history does not say, and what follows from that for the model. */
export interface Wanting {
  readonly missing: readonly Names[];
  /** What can be done with the model as it is, and what cannot. */
  readonly possible: readonly Names[];
}

/** How days differ takes so many to see. */
const enoughDays = 20;
/** Days of history that leaving one out takes at least. */
export const leaveOutDays = 3;

/** What is missing in a history, in plain words, each with what to record; and what can be done all the same. */
export function wantingOf({ log, model, report }: Fitted): Wanting {
  const { found } = report;
  const days = log.days.length;
  const own = new Set(model.work.map(({ service }) => service));
  const pooled = model.branch.services.filter(({ id }) => model.branch.services.length > 1 && !own.has(id));
  const some = <T>(is: boolean, value: T): T[] => (is ? [value] : []);
  const missing = [
    ...some(log.undated, {
      zh: '记录没有日期：不知道是星期几。请导出日期。',
      en: 'The records hold no date, so the day of the week is not known: export the date.',
    }),
    ...some(days < enoughDays, {
      zh: `只有 ${days} 天：日与日相差多少看不清，要二十天以上。`,
      en: `${days} ${days === 1 ? 'day' : 'days'} only: how days differ takes twenty or more to see.`,
    }),
    ...some(report.serviceTimes < fewRecords, {
      zh: `只有 ${report.serviceTimes} 个办理时间：分布形状无从判断，要三十个以上。`,
      en: `${report.serviceTimes} service times only: their shape takes thirty or more to tell.`,
    }),
    ...some(report.serviceTimes >= fewRecords && pooled.length > 0, {
      zh: `记录太少、并入全体的业务：${pooled.map(({ names }) => names.zh).join('、')}。`,
      en: `Too few records of their own, so pooled with all: ${pooled.map(({ names }) => names.en).join(', ')}.`,
    }),
    ...some(found.turnaround === null, {
      zh: '没有谁在何时开始、结束的记录：量不出办结间隔，等候会被低估。请导出窗口或柜员号、开始与结束时刻。',
      en: 'Who served, from when to when, is not on record: the turnaround is taken as 0 and waits come out too short. Export server, start and end.',
    }),
    ...some(found.patience.observed < fewRecords, {
      zh: `有离开时刻的客户只有 ${found.patience.observed} 人：耐心几乎不可知。请记录弃号的时刻。`,
      en: `${found.patience.observed} customers left at a known time: patience is hardly known. Record when people leave.`,
    }),
    ...some(found.patience.inferred > 0, {
      zh: `${found.patience.inferred} 人叫号时已不在，不知何时离开。`,
      en: `${found.patience.inferred} were gone when called; when they had left is not on record.`,
    }),
    ...some(found.answers.noShows > 0 && found.answers.counted === 0, {
      zh: '没有叫号次数：重呼率不可知。请导出叫号次数。',
      en: 'How often somebody was called is not on record, so recalls are not known: export the number of calls.',
    }),
    ...some(model.branch.services.length > 1 && !found.onward.told, {
      zh: '没有号票号码：看不出转办和一号多办。请导出票号。',
      en: 'No ticket numbers: transfers and second services of one visit cannot be seen. Export the ticket number.',
    }),
    ...some(found.places.length === 0 && model.branch.staff.length > 0, {
      zh: '没有办理地点：窗口、智能设备、理财台分不开。请导出服务点。',
      en: 'Where services took place is not on record: counters, devices and desks cannot be told apart. Export the station.',
    }),
  ];
  return { missing, possible: possibleWith(days, report.serviceTimes, found.turnaround !== null, log.undated) };
}

function possibleWith(days: number, serviceTimes: number, served: boolean, undated: boolean): readonly Names[] {
  const study =
    serviceTimes < fewRecords
      ? {
          zh: 'simulate 可以试用，但不要据此排班：办理时间太少。',
          en: 'simulate runs, but take no roster from it: too few service times.',
        }
      : served
        ? { zh: '可以 simulate、compare、recommend。', en: 'simulate, compare and recommend.' }
        : {
            zh: '可以 simulate、recommend，但不计办结间隔，人手会偏少。',
            en: 'simulate and recommend, but without turnaround they ask for too few staff.',
          };
  const held =
    days >= leaveOutDays && served
      ? { zh: '可以 backtest --leave-one-day-out 检验。', en: 'backtest --leave-one-day-out.' }
      : {
          zh: `不能 backtest --leave-one-day-out：要 ${leaveOutDays} 天以上，并有服务者、开始、结束。`,
          en: `Not backtest --leave-one-day-out: it takes ${leaveOutDays} days or more with server, start and end.`,
        };
  const ahead =
    days >= leastForecastDays && !undated
      ? { zh: '可以 forecast。', en: 'forecast.' }
      : {
          zh: `不能 forecast：要 ${leastForecastDays} 天以上、有日期。`,
          en: `Not forecast: it takes ${leastForecastDays} dated days or more.`,
        };
  return [study, held, ahead];
}
