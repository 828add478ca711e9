import type { CallExplanation, RouteExplanation } from '../../simulator/lobby/explain.ts';
import type { Pass } from '../ui/live/pass.ts';

/** Why a ticket was called, as the server reads it from the journal; null when no rule decided, or it could not be asked. */
export async function askWhy({ branch, token }: Pass, ticket: string): Promise<CallExplanation | null> {
  try {
    const response = await fetch(`/api/branches/${encodeURIComponent(branch)}/tickets/${encodeURIComponent(ticket)}/explain`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(10_000),
    });
    const { explanation } = (await response.json()) as { explanation?: CallExplanation | RouteExplanation | null };
    return response.ok && explanation?.kind === 'call' ? explanation : null;
  } catch {
    return null;
  }
}

/** Heads that had waited longer than the one called, longest first: those who were passed over. */
export function passedOver({ heads }: CallExplanation): CallExplanation['heads'] {
  const called = heads.find((head) => head.called);
  return called === undefined
    ? []
    : heads.filter((head) => !head.called && head.waitMs > called.waitMs).sort((a, b) => b.waitMs - a.waitMs);
}
