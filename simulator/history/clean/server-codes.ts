/** Numbers of counters and badges are kept as they are; what may be a name is not. */
const badge = /^(?:[A-Za-z]{0,8}[-_]?\d{1,6}|\d{1,4}号?(?:窗口|柜台)?|(?:窗口|柜台)\d{1,4}号?)$/;
const code = /^[A-Za-z0-9][A-Za-z0-9._-]{0,11}$/;

export interface ServerCodes {
  readonly codes: ReadonlyMap<string, string>;
  /** How many are called otherwise than in the records. */
  readonly renamed: number;
}

/** A code for each server of the records, busiest first: the badge itself, or S01, S02 … where it may be somebody's name. */
export function serverCodes(servers: readonly string[]): ServerCodes {
  const codes = new Map<string, string>();
  const taken = new Set<string>();
  let next = 1;
  let renamed = 0;
  for (const server of servers.filter((one) => badge.test(one) && code.test(one))) {
    codes.set(server, server);
    taken.add(server);
  }
  for (const server of servers) {
    if (codes.has(server)) continue;
    let made: string;
    do made = `S${String(next++).padStart(2, '0')}`;
    while (taken.has(made));
    codes.set(server, made);
    taken.add(made);
    if (!badge.test(server)) renamed++;
  }
  return { codes, renamed };
}
