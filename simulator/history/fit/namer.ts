import type { Visit } from '../clean/visit.ts';
import { codesOf, onlySegment, onlyService } from './codes.ts';

const mostServices = 64;
const mostSegments = 16;
const mostServers = 200;
const otherName = 'other';

/** Texts of the records and the codes that a model calls them by. */
export interface LogNames {
  /** Most frequent first; the rarest beyond what a branch can declare are one. */
  readonly services: readonly string[];
  readonly segments: readonly string[];
  /** Busiest first. */
  readonly servers: readonly string[];
  readonly serviceCodes: readonly string[];
  serviceCode(visit: Pick<Visit, 'service'>): string;
  segmentCode(visit: Pick<Visit, 'segment'>): string;
  /** The records' word for a service. */
  serviceText(code: string): string;
  readonly codesOf: (visit: Visit) => { readonly service: string; readonly segment: string };
}

/** Counts the names that records use. */
export class Namer {
  private readonly services = new Map<string, number>();
  private readonly segments = new Map<string, number>();
  private readonly servers = new Map<string, number>();

  see({ service, segment, server }: Visit): void {
    for (const [counts, name] of [
      [this.services, service],
      [this.segments, segment],
      [this.servers, server],
    ] as const)
      if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }

  names(assumed: string[]): LogNames {
    const services = shortened('service', byFrequency(this.services), mostServices, assumed);
    const segments = shortened('segment', byFrequency(this.segments), mostSegments, assumed);
    const servers = byFrequency(this.servers).slice(0, mostServers);
    if (this.servers.size > mostServers)
      assumed.push(`${this.servers.size} servers are named; those beyond the ${mostServers} busiest are pooled`);
    const codes = { service: codesOf(services, 'S'), segment: codesOf(segments, 'G') };
    const codeOf = (what: 'service' | 'segment', text: string | null): string => {
      const known = codes[what];
      if (known.size === 0) return what === 'service' ? onlyService : onlySegment;
      return known.get(text ?? '') ?? known.get(otherName) ?? [...known.values()][0]!;
    };
    const textOf = new Map([...codes.service].map(([text, code]) => [code, text]));
    return {
      services,
      segments,
      servers,
      serviceCodes: codes.service.size === 0 ? [onlyService] : [...codes.service.values()],
      serviceCode: ({ service }) => codeOf('service', service),
      segmentCode: ({ segment }) => codeOf('segment', segment),
      serviceText: (code) => textOf.get(code) ?? code,
      codesOf: ({ service, segment }) => ({ service: codeOf('service', service), segment: codeOf('segment', segment) }),
    };
  }
}

const byFrequency = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);

function shortened(what: string, names: string[], most: number, assumed: string[]): string[] {
  if (names.length <= most) return names;
  assumed.push(`${names.length} kinds of ${what} are named; all but the ${most - 1} most frequent are one, "${otherName}"`);
  return [...names.slice(0, most - 1).filter((name) => name !== otherName), otherName];
}
