import type { StationKind } from '../branch/place.ts';
import type { modeKinds } from '../branch/service.ts';

export type ModeKind = (typeof modeKinds)[number];

/** One way a service can be done in this branch: a mode, the kind of station that gives it, and the line to wait in. */
export interface RouteOption {
  readonly service: string;
  /** Position of the service in the branch's order. */
  readonly serviceAt: number;
  readonly mode: ModeKind;
  readonly kind: StationKind;
  readonly line: string;
  /** Position of the line in the branch's order. */
  readonly lineAt: number;
  readonly zone: string;
  readonly typicalWorkMs: number;
}
