/**
 * "When capacity shrinks, idle people leave first, those longest idle before the others, then in branch order. Busy ones
 * finish their customer and take no further one: as many as are still owed leave as they finish, the first to finish first."
 *
 * `idleSince` by person: since when idle, ms; NaN for who is busy or absent. Writes the people who leave now into `out`,
 * in leaving order, and returns how many; `count` less that is still owed.
 */
export function leaveNow(idleSince: ArrayLike<number>, count: number, out: number[]): number {
  out.length = 0;
  while (out.length < count) {
    let longest = -1;
    for (let person = 0; person < idleSince.length; person += 1) {
      if (Number.isNaN(idleSince[person]!) || out.includes(person)) continue;
      if (longest < 0 || idleSince[person]! < idleSince[longest]!) longest = person;
    }
    if (longest < 0) break;
    out.push(longest);
  }
  return out.length;
}
