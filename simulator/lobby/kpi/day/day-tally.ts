const sums = [
  // Business days, and the time in which people could wait: from the first opening or arrival to the last closing or arrival.
  'days',
  'openMs',
  // Time that everybody waited; who was never served counts until the doors close.
  'queueMs',
  // All needs that came, and those whose wait outlasted their patience.
  'came',
  'pastPatience',
  // Visits, those served to their end, and what waits and stations they had.
  'visits',
  'visitsServed',
  'handoffs',
  'worstWaitMs',
  'lastWaitMs',
  // From arrival until a greeter had met the customer.
  'greeted',
  'greetedMs',
  // Staff: at open stations, of that idle; at work; beyond the roster; money of elastic stations and, where wages are known, of all; greeters at work, triaging, assisting.
  'paidMs',
  'idleMs',
  'staffMs',
  'overtimeMs',
  'flexCost',
  'staffCost',
  'greeterMs',
  'triageMs',
  'assistMs',
  // Needs that a device or staff could do, those done at a device, and the usual staff time of these less assistance.
  'substitutable',
  'atDevice',
  'releasedMs',
] as const;

/** What the KPIs of days are computed from: whole numbers that merge by addition (money aside). NaN: not known. Plain data. */
export type DayTally = Record<(typeof sums)[number], number>;

export const emptyDayTally = (): DayTally => Object.fromEntries(sums.map((sum) => [sum, 0])) as DayTally;

export function mergeDayTally(into: DayTally, from: DayTally): void {
  for (const sum of sums) into[sum] += from[sum];
}
