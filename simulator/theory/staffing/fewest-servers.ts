/** The smallest whole number from `from` up for which `holds` is true; `most` when none below it is. `holds` is monotone. */
export function fewestServers(holds: (servers: number) => boolean, from = 1, most = 10_000): number {
  let servers = from;
  while (servers < most && !holds(servers)) servers++;
  return servers;
}

/** People to roster so that `servers` are at work when a share `shrinkage` of paid time is not spent serving. */
export function scheduledFor(servers: number, shrinkage: number): number {
  return Math.ceil(servers / (1 - shrinkage) - 1e-9);
}
