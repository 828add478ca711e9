import type { KpiId } from '../../../simulator/lobby/kpi/kpi.ts';
import type { Tally } from '../../../simulator/lobby/state.ts';

/** What a manager can ask about: any figure, any thing on the floor, any call. */
export type Subject =
  | { readonly kind: 'kpi'; readonly id: KpiId }
  | { readonly kind: 'tally'; readonly id: keyof Tally }
  | { readonly kind: 'line' | 'station' | 'person' | 'ticket'; readonly id: string }
  | { readonly kind: 'call'; readonly seq: number }
  | { readonly kind: 'strategy' | 'waits' | 'lengths' };

/** Elements say what was asked about by this event; the board opens it beside. */
export const ask = (from: EventTarget, subject: Subject): boolean =>
  from.dispatchEvent(new CustomEvent<Subject>('ask', { detail: subject, bubbles: true, composed: true }));

/** What a manager asks to be done: a request to the server, what to say when it is done, and how to take it back. */
export interface Deed {
  readonly say: string;
  readonly send: Sending;
  readonly undo?: Sending;
}

export type Sending =
  | { readonly to: 'counter'; readonly id: string; readonly verb: string; readonly body?: Record<string, unknown> }
  | { readonly to: 'person'; readonly id: string; readonly verb: string }
  | { readonly to: 'proposal'; readonly id: string; readonly verb: 'accept' | 'decline' }
  | { readonly to: 'help'; readonly id: string }
  | { readonly to: 'strategy'; readonly rule: { readonly id: string; readonly options: Record<string, unknown> } };

export const askFor = (from: EventTarget, deed: Deed): boolean =>
  from.dispatchEvent(new CustomEvent<Deed>('deed', { detail: deed, bubbles: true, composed: true }));
