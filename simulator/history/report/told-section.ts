import type { Section } from '../../report/html/report.ts';
import type { Language } from '../../report/words/words.ts';
import { clockOfMs } from '../../workload/clock.ts';
import { stepMs } from '../clean/first-look.ts';
import type { Share } from '../fit/calling/fit-answers.ts';
import type { Fitted } from '../fit/fit.ts';
import { inLanguage } from './in-language.ts';

const kindNames: Readonly<Record<string, string>> = {
  counter: '窗口',
  device: '智能设备',
  'assisted-device': '智能设备',
  desk: '理财台',
  room: '洽谈室',
  remote: '远程',
};

/** What else the records tell, in sentences: who serves, where, and what becomes of customers. */
export function toldSection({ log, model, report }: Fitted, language: Language): Section {
  const t = inLanguage(language);
  const { answers, arrivals, calling, onward, places, pools, staffing, walk, workDrift } = report.found;
  const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
  const limits = ({ high, low, value }: Share): string => `${percent(value)} (${percent(low)} – ${percent(high)})`;
  const name = (code: string): string => {
    const names = model.branch.services.find(({ id }) => id === code)?.names;
    return names === undefined ? code : t(names.zh, names.en);
  };
  const peak = staffing.reduce((most, count, at) => (count > staffing[most]! ? at : most), 0);
  const some = (is: boolean, text: () => string): string[] => (is ? [text()] : []);
  const items = [
    ...some(Math.max(0, ...staffing) > 0, () =>
      t(
        `在岗人数最多在 ${clockOfMs(log.hours.fromMs + peak * stepMs)}，平均 ${staffing[peak]!.toFixed(1)} 人；这是上限，看不见的休息藏在其中。`,
        `Most staff are at work at ${clockOfMs(log.hours.fromMs + peak * stepMs)}: ${staffing[peak]!.toFixed(1)} in the mean. That is an upper bound: breaks that nobody can see hide inside it.`,
      ),
    ),
    ...some(pools.length > 1, () =>
      t(
        `技能不同的人员分 ${pools.length} 组；${pools.filter(({ lacks }) => lacks.length === 0).flatMap(({ servers }) => servers).length} 人什么都办。`,
        `Staff fall into ${pools.length} pools of skills; ${pools.filter(({ lacks }) => lacks.length === 0).flatMap(({ servers }) => servers).length} people do everything.`,
      ),
    ),
    ...arrivals
      .slice(0, 1)
      .flatMap(({ mix }) =>
        some(mix !== null && mix.partMinutes !== null, () =>
          t('各时段来办的业务不同，模型分时段计。', 'What people come for changes through the day, and so it does in the model.'),
        ),
      ),
    ...(calling?.segments.map(({ boostMs, segment }) =>
      t(
        `客群 ${segment} 叫号时相当于早到 ${Math.round(boostMs / 1000)} 秒。`,
        `Segment ${segment} is called as if it had come ${Math.round(boostMs / 1000)} s earlier.`,
      ),
    ) ?? []),
    ...places.map(({ at, service }) =>
      t(
        `${name(service)}：${at.map(({ kind, share }) => `${kindNames[kind] ?? kind} ${percent(share)}`).join('，')}。`,
        `${name(service)}: ${at.map(({ kind, share }) => `${kind} ${percent(share)}`).join(', ')}.`,
      ),
    ),
    ...some(walk !== null, () =>
      t(
        `从叫号到开始平均 ${(walk!.ms / 1000).toFixed(0)} 秒，是走到窗口的时间，不算人手不足。`,
        `From the call to the start of service ${(walk!.ms / 1000).toFixed(0)} s pass in the mean: the way to the counter, no want of staff.`,
      ),
    ),
    ...some(answers.noShows > 0, () =>
      t(
        `过号 ${limits(answers.noShow)}，叫到 ${answers.called} 人。`,
        `No-shows: ${limits(answers.noShow)} of ${answers.called} called.`,
      ),
    ),
    ...some(answers.away !== null && answers.away.value > 0, () =>
      t(
        `每次叫号有 ${limits(answers.away!)} 无人应答，需要重呼。`,
        `At ${limits(answers.away!)} of the calls nobody comes, and they are made again.`,
      ),
    ),
    ...onward.transfers
      .slice(0, 5)
      .map(({ service, share, to }) =>
        t(`${name(service)}之后转办${name(to)}：${limits(share)}。`, `From ${name(service)} on to ${name(to)}: ${limits(share)}.`),
      ),
    ...onward.failures.map(({ service, share }) =>
      t(`${name(service)}在设备上未办成：${limits(share)}。`, `${name(service)} fails at devices: ${limits(share)}.`),
    ),
    ...some(workDrift !== null, () =>
      t(
        `办理时间每周变化 ${percent(workDrift!.perWeek)}：请常重新拟合。`,
        `Service times change by ${percent(workDrift!.perWeek)} a week: fit again often.`,
      ),
    ),
  ];
  return { title: t('记录还说明了什么', 'What else the records tell'), blocks: [{ is: 'list', items }] };
}
