import type { Kept } from './kept.ts';

/** Where a kiosk keeps what must not be lost. */
export interface Keep {
  read(): Promise<Kept>;
  /** One change at a time, from any page of this kiosk; when it resolves, a power cut does not undo it. `act` may run in a transaction: it must not wait. */
  change<T>(act: (kept: Kept) => readonly [Kept, T]): Promise<T>;
}
