/** Where and by whom a service was interrupted; −1: the station worked with its own skills. */
export interface Interrupted {
  readonly visit: number;
  readonly station: number;
  readonly lead: number;
  readonly backAtMs: number;
}
