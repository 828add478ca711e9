import type { RosterChange } from '../workload/timeline.ts';
import type { Crew } from './crew.ts';
import type { Hall } from './hall.ts';
import { Entity } from './simjs-loader.ts';

/** 排班表: tells the crews when their people come, go and take breaks. */
export class Roster extends Entity {
  start(hall: Hall, crews: readonly Crew[]): void {
    hall.setting.cast.changes.forEach((change, at) => {
      this.announce(hall, crews[change.group]!, change, at);
    });
  }

  private announce({ setting: { agenda } }: Hall, crew: Crew, change: RosterChange, at: number): void {
    if (change.kind === 'break') {
      const due = { from: change.atMs, to: change.toMs, shiftEndMs: change.shiftEndMs };
      agenda.after(
        change.atMs,
        'people-go',
        () => [0, at],
        () => crew.breakDue(change.count, due),
      );
    } else if (change.delta > 0) {
      agenda.after(
        change.atMs,
        'shifts-begin',
        () => [change.group],
        () => crew.rise(change.delta),
      );
    } else {
      agenda.after(
        change.atMs,
        'people-go',
        () => [0, at],
        () => crew.fall(-change.delta),
      );
    }
  }
}
