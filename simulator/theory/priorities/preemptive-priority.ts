import { meansOf } from '../queues/erlang-c.ts';

/**
 * M/M/c with strict priority where a higher class interrupts a lower one, which resumes later: mean time in the system less 1/μ,
 * from the highest class down; the class may have waited in several pieces. Classes up to k see nothing of the others, so together they are an M/M/c of their own, and the
 * number of class k is the difference of two of these. One service rate. (White & Christie 1958; exact for every c since service is
 * exponential.) A lobby never interrupts a customer: this is here to compare with, not product behaviour.
 */
export function preemptiveWaits(servers: number, lams: readonly number[], mu: number): number[] {
  let rateBefore = 0;
  let numberBefore = 0;
  return lams.map((lam) => {
    const rate = rateBefore + lam;
    const number = meansOf({ servers, lam: rate, mu }).L;
    const wait = Number.isFinite(number) ? (number - numberBefore) / lam - 1 / mu : Number.POSITIVE_INFINITY;
    rateBefore = rate;
    numberBefore = number;
    return wait;
  });
}
