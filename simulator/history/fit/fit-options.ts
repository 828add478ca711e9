export interface LogFitOptions {
  readonly zone?: string | undefined;
  readonly counters?: number | undefined;
  /** Days to learn from; all when absent. */
  readonly days?: readonly number[] | undefined;
  /** Days that are of no kind: feasts, paydays … They teach service, patience and turnaround, not arrivals. */
  readonly special?: ReadonlyMap<number, string> | undefined;
  /** False: no limits of parameters, which take most of the time. */
  readonly intervals?: boolean | undefined;
}
