/** Instants of one business day as its wall clock shows them: ms after the local midnight that the day is named after. */
export type DayClock = (atMs: number) => number;

/**
 * The clock of the business day that an instant of it falls in, by the branch's IANA zone. A day keeps one offset from UTC,
 * that of its opening: where clocks change at night no lobby is open.
 */
export function dayClock(zone: string, openingMs: number): DayClock {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(openingMs);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((one) => one.type === type)!.value);
  const sinceMidnightMs = ((part('hour') * 60 + part('minute')) * 60 + part('second')) * 1000 + (openingMs % 1000);
  return (atMs) => atMs - openingMs + sinceMidnightMs;
}
