import { z } from 'zod';
import { codeSchema } from '../branch/names.ts';
import { unknownName } from '../problem.ts';
import { choicesOf, firstOpen } from './first-open.ts';
import type { RouteOption } from './option.ts';
import { openServers, prepare, routeTo } from './options-for.ts';
import type { GreetingPolicy, RouteView } from './policy.ts';

const traits = z.array(codeSchema).default([]);
const options = z.strictObject({
  /** Traits of customers who are never sent to a device, e.g. `["senior"]`. */
  exempt: traits,
  /** Traits of customers who use a device only with a greeter beside them. */
  assist: traits,
});

const has = (traits: readonly string[], any: readonly string[]): boolean => any.some((trait) => traits.includes(trait));

/** Routes of one service and segment. Without a device the customer goes by need, and the reason says why. */
function routesOf(ways: readonly RouteOption[]) {
  const elsewhere = ways.filter((way) => way.kind !== 'device');
  const otherwise = (reason: 'device-exempt' | 'device-not-open' | 'device-not-offered') =>
    choicesOf(elsewhere.length > 0 ? elsewhere : ways, reason, reason);
  const way = (mode: RouteOption['mode'], reason: 'device-able' | 'device-assisted') => {
    const option = ways.find((candidate) => candidate.mode === mode);
    return option && { option, route: routeTo(option, reason) };
  };
  return {
    alone: way('device', 'device-able'),
    assisted: way('assisted-device', 'device-assisted'),
    exempt: otherwise('device-exempt'),
    notOpen: otherwise('device-not-open'),
    notOffered: otherwise('device-not-offered'),
  };
}
type Routes = ReturnType<typeof routesOf>;

function deviceRoute(routes: Routes, needsHelp: boolean, view: RouteView) {
  const { alone, assisted } = routes;
  if (!needsHelp && alone && openServers(alone.option, view) > 0) return alone.route;
  if (assisted && openServers(assisted.option, view) > 0) return assisted.route;
  return firstOpen(assisted || (alone && !needsHelp) ? routes.notOpen : routes.notOffered, view);
}

/**
 * 设备优先. A device when the service can be done there, one is open and the customer is able: alone, or with a greeter where
 * the service or a trait in `assist` asks for one. Traits in `exempt` are never sent to a device unless nothing else gives
 * the service. Everybody else goes by need. Good for keeping counters for what needs them; watch failed device uses.
 */
export const deviceFirst: GreetingPolicy<z.infer<typeof options>> = {
  id: 'device-first',
  names: { zh: '设备优先', en: 'Device first' },
  version: 1,
  options,
  problems({ exempt, assist }, branch) {
    const declared = branch.traits.map((trait) => trait.code);
    const unknown = (option: string, codes: readonly string[]) =>
      codes.flatMap((code, at) => (declared.includes(code) ? [] : [unknownName(`${option}.${at}`, 'trait', code, declared)]));
    return [...unknown('exempt', exempt), ...unknown('assist', assist)];
  },
  router({ exempt, assist }, branch) {
    const routesFor = prepare(branch, routesOf);
    return (ticket, view) => {
      const routes = routesFor(ticket);
      if (!routes) return null;
      if (has(ticket.traits, exempt)) return firstOpen(routes.exempt, view);
      return deviceRoute(routes, has(ticket.traits, assist), view);
    };
  },
};
