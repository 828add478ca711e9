import type { Branch } from '../../branch/branch.ts';
import type { Service } from '../../branch/service.ts';

/** Usual staff time of a service that a device of the branch can do as well; null where only one of the two can. */
export function staffMsOf({ stations }: Branch, { modes }: Service): number | null {
  const atDevice =
    modes.some(({ at }) => at === 'device' || at === 'assisted-device') && stations.some(({ kind }) => kind === 'device');
  const staffed = modes.find(({ at }) => at !== 'device' && at !== 'assisted-device');
  return atDevice && staffed ? staffed.typicalWorkMs : null;
}
