import type { BranchInput } from '../../lobby/branch/branch.ts';
import type { Names } from '../../lobby/branch/names.ts';
import { clockOfMs } from '../../workload/clock.ts';

export interface BranchFacts {
  readonly id: string;
  readonly names: Names;
  readonly zone: string;
  readonly hours: { readonly fromMs: number; readonly toMs: number };
  /** Texts of the records, most frequent first; empty: none are named. */
  readonly services: readonly string[];
  readonly segments: readonly string[];
  readonly serviceNames: Names | undefined;
  readonly counters: number;
  /** Days of the week on which anybody came; 1 is Monday. */
  readonly weekdays: readonly number[];
  /** Servers of the records by code, with the codes of what they do. */
  /** Segments, by code, that are called as if they had come so much earlier; none: first come, first served. */
  readonly boosts: ReadonlyMap<string, number>;
  readonly staff: readonly { readonly id: string; readonly skills: readonly string[] }[];
}

export const onlyService = 'service';
export const onlySegment = 'normal';

const codePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

/** A code for each text: the text itself where it is one, else a letter and its place. */
export function codesOf(texts: readonly string[], letter: string): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  texts.forEach((text, at) => {
    const code = codePattern.test(text) ? text : `${letter}${at + 1}`;
    codes.set(text, [...codes.values()].includes(code) ? `${code}-${at + 1}` : code);
  });
  return codes;
}

const lineOf = (segment: string): string => `line-${segment}`.slice(0, 40);

/** "A" … "Z", "AA" … "ZZ": the letters that start the numbers of the n-th service. */
const seriesOf = (at: number): string =>
  (at < 26 ? '' : String.fromCharCode(64 + Math.floor(at / 26))) + String.fromCharCode(65 + (at % 26));

/** The plainest branch that these records can have come from: one line, first come first served, and every teller what the records show them do. */
export function branchOf(facts: BranchFacts): BranchInput {
  const both = (text: string): Names => ({ zh: text.slice(0, 60), en: text.slice(0, 60) });
  const services =
    facts.services.length > 0
      ? [...codesOf(facts.services, 'S')].map(([text, id]) => ({ id, names: both(text) }))
      : [{ id: onlyService, names: facts.serviceNames ?? { zh: '业务', en: 'Service' } }];
  const segments =
    facts.segments.length > 0
      ? [...codesOf(facts.segments, 'G')].map(([text, code]) => ({ code, names: both(text) }))
      : [{ code: onlySegment, names: { zh: '普通', en: 'Normal' } }];
  const hall = 'hall';
  return {
    v: 1,
    note: 'Made by fit from records alone: one line, first come first served. Edit it to what the branch is.',
    id: facts.id,
    names: facts.names,
    zone: facts.zone,
    hours: [{ days: [...facts.weekdays], from: clockOfMs(facts.hours.fromMs), to: clockOfMs(facts.hours.toMs) }],
    services: services.map((service, at) => ({
      ...service,
      series: seriesOf(at),
      modes: [{ at: 'counter', team: [{ role: 'teller' }] }],
    })),
    segments: segments.map((segment) => ({ ...segment, tier: 5 })),
    zones: [{ id: hall, names: { zh: '大厅', en: 'Hall' } }],
    lines:
      facts.boosts.size === 0
        ? [{ id: 'all', names: { zh: '普通队列', en: 'Everyone' }, zone: hall, kinds: ['counter'] }]
        : segments.map(({ code, names }) => ({
            id: lineOf(code),
            names,
            zone: hall,
            kinds: ['counter' as const],
            segments: [code],
          })),
    stations: Array.from({ length: facts.counters }, (_, at) => ({
      id: `C${at + 1}`,
      kind: 'counter' as const,
      names: { zh: `${at + 1}号窗口`, en: `Counter ${at + 1}` },
      label: `${at + 1}`,
      zone: hall,
    })),
    ...(facts.staff.length > 0
      ? {
          staff: facts.staff.map(({ id, skills }) => ({
            id,
            role: 'teller' as const,
            label: id.slice(0, 12),
            skills: [...skills],
          })),
        }
      : {}),
    rules: {
      calling:
        facts.boosts.size === 0
          ? { id: 'fcfs' }
          : { id: 'ageing', options: { boostMs: Object.fromEntries([...facts.boosts].map(([code, ms]) => [lineOf(code), ms])) } },
      greeting: { id: 'by-need' },
    },
  };
}
