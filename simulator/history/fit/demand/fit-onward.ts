import type { ModelInput } from '../../../workload/model.ts';
import type { Visit } from '../../clean/visit.ts';
import type { Share } from '../calling/fit-answers.ts';
import type { LogNames } from '../namer.ts';
import { shareLimits } from '../share-limits.ts';

/** What became of customers after their first service, for people. */
export interface OnwardSummary {
  /** By service: how many of those served were sent on, and where to. */
  readonly transfers: readonly { readonly service: string; readonly to: string; readonly count: number; readonly share: Share }[];
  /** Sent on to where the records do not tell. */
  readonly lost: number;
  /** Needs that came after another under one ticket, without a transfer. */
  readonly further: number;
  /** Device uses by service, and those that failed. */
  readonly failures: readonly { readonly service: string; readonly uses: number; readonly failed: number; readonly share: Share }[];
  /** The records can tell who was sent on. */
  readonly told: boolean;
}

const mostEntries = 256;

interface Kind {
  served: number;
  readonly to: Map<string, number>;
  uses: number;
  failed: number;
}

/** 转办: where customers went after a service. */
export class Onward {
  private readonly by = new Map<string, Kind>();
  private sent = 0;
  private further = 0;
  private tickets = false;

  /** Adds a day. */
  add(visits: readonly Visit[], names: LogNames): void {
    for (const visit of visits) {
      const { after, outcome, place, sentOn, ticket } = visit;
      if (ticket !== null) this.tickets = true;
      if (after !== null && after.sentOn === null) this.further++;
      if (outcome === 'served') {
        const kind = this.kindOf(names.serviceCode(visit));
        if (place === 'device') {
          kind.uses++;
          if (sentOn === 'device-failed') kind.failed++;
        }
        // Who came by transfer is not sent on again in a model, so they say nothing of its shares.
        if (after?.sentOn !== 'transferred' && sentOn !== 'device-failed') kind.served++;
        if (sentOn === 'transferred' && after?.sentOn !== 'transferred') this.sent++;
      }
      if (after?.sentOn !== 'transferred' || after.after?.sentOn === 'transferred') continue;
      const { to } = this.kindOf(names.serviceCode(after));
      const code = names.serviceCode(visit);
      to.set(code, (to.get(code) ?? 0) + 1);
    }
  }

  fit(): {
    transfers: NonNullable<ModelInput['transfers']>;
    deviceFailures: NonNullable<ModelInput['deviceFailures']>;
    summary: OnwardSummary;
    assumed: readonly string[];
  } {
    const transfers = [...this.by].flatMap(([service, { served, to }]) =>
      [...to]
        .filter(([code]) => code !== service)
        .map(([code, count]) => ({ service, to: code, count, of: served, share: shareOf(count, served) })),
    );
    const failures = [...this.by].flatMap(([service, { failed, uses }]) =>
      failed === 0 ? [] : [{ service, uses, failed, share: shareOf(failed, uses) }],
    );
    const found = transfers.reduce((sum, { count }) => sum + count, 0);
    const lost = Math.max(0, this.sent - found);
    return {
      transfers: transfers
        .sort((a, b) => b.count - a.count)
        .slice(0, mostEntries)
        .map(({ of, service, share, to }) => ({
          service,
          to,
          share: share.value,
          evidence: { records: of, intervals: { share: { low: share.low, high: share.high } } },
        })),
      deviceFailures: failures.map(({ service, share, uses }) => ({
        service,
        share: share.value,
        evidence: { records: uses, intervals: { share: { low: share.low, high: share.high } } },
      })),
      summary: {
        transfers: transfers.map(({ count, service, share, to }) => ({ service, to, count, share })),
        lost,
        further: this.further,
        failures,
        told: this.tickets || this.sent > 0,
      },
      assumed: [
        ...(this.tickets || this.sent > 0
          ? []
          : [
              'the records link no two services of one visit (no ticket, nobody sent on): transfers are not known, nobody is sent on',
            ]),
        ...(lost > 0 ? [`${lost} customers were sent on to where the records do not tell: they are in no transfer`] : []),
        ...(this.further > 0 && this.sent === 0
          ? [
              `${this.further} second services under one ticket are taken as what people came for: the records do not say that anybody was sent on`,
            ]
          : []),
      ],
    };
  }

  private kindOf(service: string): Kind {
    let kind = this.by.get(service);
    if (kind === undefined) {
      kind = { served: 0, to: new Map(), uses: 0, failed: 0 };
      this.by.set(service, kind);
    }
    return kind;
  }
}

function shareOf(count: number, of: number): Share {
  const { low, high } = shareLimits(count, of);
  const rounded = (share: number): number => Number(share.toFixed(5));
  return { value: rounded(Math.min(1, count / Math.max(1, of))), low: rounded(low), high: rounded(high) };
}
