import type { Branch } from '../lobby/branch/branch.ts';
import type { Model } from '../workload/model.ts';
import type { ArrivalProfile } from '../workload/model-shape.ts';
import { firstFor } from '../workload/sample.ts';
import { workLength } from '../workload/work-length.ts';

type Line = Branch['lines'][number];

const takes = (line: Line, service: string, segment: string): boolean =>
  (line.services?.includes(service) ?? true) && (line.segments?.includes(segment) ?? true);

/** Mean length of the work that waits in each line, by what a profile of arrivals brings; the branch's own idea where it brings nothing. */
export function workByLine({ branch, work }: Model, profile: ArrivalProfile): Readonly<Record<string, number>> {
  return Object.fromEntries(
    branch.lines.flatMap((line) => {
      const parts = profile.mix
        .filter(({ service, segment }) => takes(line, service, segment))
        .map((part) => ({
          share: Array.isArray(part.share) ? part.share.reduce((sum: number, one: number) => sum + one, 0) : (part.share as number),
          meanMs: workLength(firstFor(work, part)!).meanMs,
        }));
      const all = parts.reduce((sum, { share }) => sum + share, 0);
      return all > 0 ? [[line.id, Math.round(parts.reduce((sum, { share, meanMs }) => sum + (share / all) * meanMs, 0))]] : [];
    }),
  );
}
