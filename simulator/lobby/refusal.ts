/** Expected refusals: values with stable codes, mapped once to HTTP and to messages in each language. */
export const refusalCodes = [
  'branch-not-configured',
  'branch-closed',
  'day-not-open',
  'day-already-open',
  'day-over',
  'unknown-service',
  'unknown-segment',
  'unknown-trait',
  'unknown-line',
  'unknown-station',
  'unknown-person',
  'unknown-ticket',
  'unknown-appointment',
  'unknown-block',
  'unknown-proposal',
  'unknown-strategy',
  'unknown-rule',
  'unknown-series',
  'unknown-zone',
  'unknown-help',
  'ticket-exists',
  'ticket-not-waiting',
  'ticket-not-called',
  'ticket-not-serving',
  'ticket-not-parked',
  'ticket-not-at-station',
  'ticket-being-served',
  'ticket-already-present',
  'counter-closed',
  'counter-already-open',
  'counter-busy',
  'counter-idle',
  'counter-paused',
  'counter-not-paused',
  'station-cannot-serve',
  'person-busy',
  'person-not-present',
  'person-already-present',
  'person-on-break',
  'person-not-on-break',
  'person-elsewhere',
  'team-not-ready',
  'team-complete',
  'no-route',
  'number-out-of-order',
  'block-returned',
  'block-exists',
  'proposal-exists',
  'appointment-not-open',
  'appointment-exists',
  'nothing-to-undo',
  'undo-too-late',
  'effective-in-past',
  'config-invalid',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Why a command was not accepted. `facts` name the values involved, so the message can say what to do next. */
export interface Refusal {
  readonly refused: RefusalCode;
  readonly facts: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

export const refuse = (code: RefusalCode, facts: Refusal['facts'] = {}): Refusal => ({ refused: code, facts });

export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && 'refused' in answer;
