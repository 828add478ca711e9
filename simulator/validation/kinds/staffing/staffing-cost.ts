import { z } from 'zod';
import { cheapestServers, costRateOf } from '../../../theory/staffing/staffing-cost.ts';
import { answererOf } from '../../answer.ts';
import type { Value } from '../../case.ts';

const params = z.looseObject({});

/** What each parameter may be called: cases of this kind name their currency and their people. */
const called = {
  lam: /^(lam|lambda|arrival)/i,
  mu: /^(mu|service)/i,
  serverCost: /cost.*(server|teller)|(server|teller).*cost/i,
  waitingCost: /cost.*(wait|delay|customer)|(wait|delay|customer).*cost/i,
} as const;

/** Servers against waiting, in money per minute: Erlang C for each candidate. */
export const staffingCost = answererOf('staffing-cost', params, (given: Record<string, unknown>, { expected }) => {
  const find = (pattern: RegExp): number | undefined =>
    Object.entries(given).find((entry): entry is [string, number] => pattern.test(entry[0]) && typeof entry[1] === 'number')?.[1];
  const [lam, mu, serverCost, waitingCost] = [find(called.lam), find(called.mu), find(called.serverCost), find(called.waitingCost)];
  const list = Object.values(given).find(
    (value): value is number[] => Array.isArray(value) && value.every((one) => Number.isInteger(one)),
  );
  if (!lam || !mu || serverCost === undefined || waitingCost === undefined || list === undefined)
    return { reason: 'wants an arrival rate, a service rate, the cost of a server and of waiting, and a list of candidates' };
  const cost = { lam, mu, serverCost, waitingCost };
  if (list.every((servers) => !Number.isFinite(costRateOf(cost, servers)))) return { reason: 'no candidate can bear the load' };
  const bestServers = cheapestServers(cost, list);
  return {
    exact: { bestServers, costPerMin: asExpected(expected.costPerMin, list, bestServers, (servers) => costRateOf(cost, servers)) },
  };
});

/** The cost as the case asks for it: of every candidate in a list or by name, or of the best. */
function asExpected(
  expected: Value | undefined,
  list: readonly number[],
  best: number,
  costOf: (servers: number) => number,
): Value {
  if (Array.isArray(expected)) return list.map(costOf);
  if (typeof expected === 'object' && expected !== null)
    return Object.fromEntries(list.map((servers) => [String(servers), costOf(servers)]));
  return costOf(best);
}
