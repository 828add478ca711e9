import type { KeyObject } from 'node:crypto';
import type { Authenticator } from '../auth/authenticator.ts';
import type { KioskRate } from '../auth/kiosk-rate.ts';
import type { BranchDirectory } from '../branches/branch-directory.ts';
import type { Clock } from '../branches/clock.ts';
import type { Ids } from '../branches/ids.ts';
import type { Logger } from '../observe/log.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { Printers } from '../print/printers.ts';
import type { SideStore } from '../side-store/side-store.ts';
import type { Store } from '../store/store.ts';

/** Everything a request may need, made once at start. */
export interface Service {
  readonly store: Store;
  readonly directory: BranchDirectory;
  readonly authenticator: Authenticator;
  readonly kioskRate: KioskRate;
  readonly contacts: SideStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Keys the hashes of bodies, so that a hash of a short secret in a body cannot be guessed. */
  readonly bodyKey: KeyObject;
  /** Origins whose pages may send commands and open sockets. */
  readonly origins: ReadonlySet<string>;
  readonly printers: Printers;
  /** Where customers' phones reach us: the first origin the operator configured. */
  readonly publicOrigin: string | null;
}
