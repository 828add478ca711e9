/** So many of a group that are at work in a step do back-office work in it. */
export interface BackOffice {
  readonly group: number;
  readonly step: number;
  readonly people: number;
}

/** People of a group at their stations in each step, given who is at work and who of them is in the back office. */
export function atStations(group: number, present: readonly number[], backOffice: readonly BackOffice[]): number[] {
  const here = [...present];
  for (const one of backOffice) if (one.group === group) here[one.step] = Math.max(0, here[one.step]! - one.people);
  return here;
}

/** The same as pieces of work: who came last goes first. */
export function piecesOf(here: readonly number[]): { readonly from: number; readonly to: number }[] {
  const begun: number[] = [];
  const pieces: { from: number; to: number }[] = [];
  for (let step = 0; step <= here.length; step++) {
    const count = Math.round(here[step] ?? 0);
    while (begun.length > count) pieces.push({ from: begun.pop()!, to: step });
    while (begun.length < count) begun.push(step);
  }
  return pieces;
}
