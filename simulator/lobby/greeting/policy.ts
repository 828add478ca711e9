import type { z } from 'zod';
import type { Branch } from '../branch/branch.ts';
import type { Names } from '../branch/names.ts';
import type { StationKind } from '../branch/place.ts';
import type { Problem } from '../problem.ts';
import type { ModeKind, RouteOption } from './option.ts';
import type { RouteReason } from './reason.ts';

/** What a policy may know of the ticket it routes. */
export interface RouteTicket {
  /** Service of the current need. */
  readonly service: string;
  readonly segment: string;
  readonly traits: readonly string[];
}

/** What a policy sees of the lobby now. The engine answers from typed arrays, the live lobby from its state. */
export interface RouteView {
  /** Tickets waiting in a line, by its position in the branch's order. */
  waiting(line: number): number;
  /** Open stations that can give the option's service in its kind; a paused station is not open. */
  open(option: RouteOption): number;
  /** Of those, the stations that are ready, with nobody at them. */
  ready(option: RouteOption): number;
  /** Places of device assistance on duty: the sum of `assistCapacity` over people present and not on a break. */
  assistPlaces(): number;
}

/** Where a ticket goes. `mode` says more than `kind`: an assisted device is a device with a greeter beside the customer. */
export interface Route {
  readonly kind: StationKind;
  readonly mode: ModeKind;
  readonly line: string;
  readonly zone: string;
  readonly reason: RouteReason;
}

/** Depends on its arguments alone. Null: the branch has no line or no station for this service and segment. Routes are made once and shared. */
export type Router = (ticket: RouteTicket, view: RouteView) => Route | null;

/** 引导分流策略. One a file; `greeting/table.ts` lists them. */
export interface GreetingPolicy<Options = unknown> {
  readonly id: string;
  readonly names: Names;
  /** Raised when the rule itself changes, so `conform` knows what a recorded route was decided by. */
  readonly version: number;
  readonly options: z.ZodType<Options>;
  /** What is wrong with well-formed options in this branch; paths start at the options. Asked before `router`. */
  problems?(options: Options, branch: Branch): readonly Problem[];
  router(options: Options, branch: Branch): Router;
}
