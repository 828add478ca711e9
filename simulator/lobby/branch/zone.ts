/** What to say of a zone that is none. */
export const zoneWanted = 'an IANA time zone such as Asia/Shanghai';

/** Whether this machine knows a time zone by that name. Asked at the edges: a journal is read whatever zones a machine knows. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
