import type { ModeKind } from '../../lobby/branch/service.ts';

/** What words for a place tell of its kind; the first that fits counts, so a 智能柜台 is a device. */
const kinds: readonly (readonly [RegExp, ModeKind])[] = [
  [/智能|自助|\b(?:stm|vtm|itm|crs|atm|bcdm)\b|kiosk|device|machine|self.?service|terminal|终端|机具/i, 'device'],
  [/远程|视频|remote|video/i, 'remote'],
  [/窗口|柜台|柜员|counter|window|teller|booth/i, 'counter'],
  [/贵宾室|洽谈室|会客室|\broom\b/i, 'room'],
  [/理财|客户经理|财富|洽谈|\bdesks?\b|advis/i, 'desk'],
];

const known = new Map<string, ModeKind | null>();

/** The kind of place that the records' word for a station or server tells; null: it tells none. */
export function placeOf(text: string | null): ModeKind | null {
  if (text === null) return null;
  let kind = known.get(text);
  if (kind === undefined) {
    kind = kinds.find(([pattern]) => pattern.test(text))?.[1] ?? null;
    if (known.size > 10_000) known.clear();
    known.set(text, kind);
  }
  return kind;
}
