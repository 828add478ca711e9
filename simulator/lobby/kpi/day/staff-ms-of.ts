import type { Service } from '../../branch/service.ts';

/** Usual staff time of a service that a device can do as well; null where only one of the two can. */
export function staffMsOf({ modes }: Service): number | null {
  const atDevice = modes.some(({ at }) => at === 'device' || at === 'assisted-device');
  const staffed = modes.find(({ at }) => at !== 'device' && at !== 'assisted-device');
  return atDevice && staffed ? staffed.typicalWorkMs : null;
}
