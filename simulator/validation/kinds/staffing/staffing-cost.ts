import { z } from 'zod';
import { cheapestServers, costRateOf } from '../../../theory/staffing/staffing-cost.ts';
import { answererOf } from '../../answer.ts';
import type { Value, ValueRecord } from '../../case.ts';

const params = z.looseObject({});

/** What each parameter may be called: cases of this kind name their currency and their people. */
const called = {
  lam: /^(lam|lambda|arrival)/i,
  mu: /^(mu|service(?!time)|rate)/i,
  meanService: /^(aht|service_?time|meanService)/i,
  serverCost: /cost.*(server|teller)|(server|teller).*cost|wage/i,
  waitingCost: /cost.*(wait|delay|customer)|(wait|delay|customer).*cost/i,
} as const;

/** What it may be asked for: costs, and the cheapest number of servers. */
const known = /cost|best|optim|cheapest|server|teller|^c$/i;

/** Minutes of the unit that a name ends in; a minute where it names none. */
const unitOf = (name: string): number => (/(hour|hr|_h|PerH)$/i.test(name) ? 60 : /(sec|seconds|PerS)$/i.test(name) ? 1 / 60 : 1);

/** Servers against waiting, in money per unit of time: Erlang C for each candidate, those waiting in line. */
export const staffingCost = answererOf('staffing-cost', params, (given: Record<string, unknown>, { expected, rows }) => {
  const find = (pattern: RegExp): readonly [string, number] | undefined =>
    Object.entries(given).find((entry): entry is [string, number] => pattern.test(entry[0]) && typeof entry[1] === 'number');
  const perMinute = (pattern: RegExp): number | undefined => {
    const found = find(pattern);
    return found && found[1] / unitOf(found[0]);
  };
  const mean = find(called.meanService);
  const lam = perMinute(called.lam);
  const mu = mean ? 1 / (mean[1] * unitOf(mean[0])) : perMinute(called.mu);
  const [serverCost, waitingCost] = [perMinute(called.serverCost), perMinute(called.waitingCost)];
  const list = candidatesOf(given, rows);
  if (!lam || !mu || serverCost === undefined || waitingCost === undefined || list === null)
    return {
      reason: 'wants an arrival rate, a service rate or time, the cost of a server and of waiting, and a list of candidates',
    };
  const cost = { lam, mu, serverCost, waitingCost };
  if (list.every((servers) => !Number.isFinite(costRateOf(cost, servers)))) return { reason: 'no candidate can bear the load' };
  const best = cheapestServers(cost, list);
  const answerTo = (name: string, asked: Value, servers: readonly number[]): Value => {
    if (!/cost/i.test(name)) return servers.length === 1 ? servers[0]! : best;
    return asExpected(asked, servers, servers.length === 1 ? servers[0]! : best, (count) => costRateOf(cost, count) * unitOf(name));
  };
  const answered = (asked: ValueRecord, servers: readonly number[]): ValueRecord =>
    Object.fromEntries(
      Object.entries(asked).flatMap(([name, value]) => (known.test(name) ? [[name, answerTo(name, value, servers)]] : [])),
    );
  return { exact: rows.length > 0 ? rows.map((row, at) => answered(row, [list[at]!])) : answered(expected, list) };
});

/** The numbers of servers there may be: a list among the parameters, else one a row. */
function candidatesOf(given: Record<string, unknown>, rows: readonly ValueRecord[]): readonly number[] | null {
  const whole = (value: unknown): value is number[] =>
    Array.isArray(value) && value.length > 0 && value.every((one) => Number.isInteger(one) && one > 0);
  const ofRows = rows.map((row) => row.servers ?? row.c);
  return Object.values(given).find(whole) ?? (whole(ofRows) ? ofRows : null);
}

/** The cost as the case asks for it: of every candidate in a list or by name, or of the best. */
function asExpected(expected: Value, list: readonly number[], best: number, costOf: (servers: number) => number): Value {
  if (Array.isArray(expected)) return list.map(costOf);
  if (typeof expected === 'object' && expected !== null)
    return Object.fromEntries(list.map((servers) => [String(servers), costOf(servers)]));
  return costOf(best);
}
