/** What a person does about a break or a shift end: nothing yet, go, or finish the customer and then go. */
export type DueAct = 'not-yet' | 'go' | 'finish-first';

/**
 * "Who is due for a break or at the end of the shift goes when free; who is busy finishes the customer first and takes no
 * further one." `busy` is from the call to the end of the turnaround.
 */
export function whenDue(dueAt: number, busy: boolean, nowMs: number): DueAct {
  if (nowMs < dueAt) return 'not-yet';
  return busy ? 'finish-first' : 'go';
}

/** "A break that starts late keeps its length, but does not outlast the shift." Times in ms. */
export const breakEndsAt = (
  planned: { readonly from: number; readonly to: number },
  startedAt: number,
  shiftEndsAt: number,
): number => Math.min(startedAt + planned.to - planned.from, Math.max(shiftEndsAt, startedAt));
