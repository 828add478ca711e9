import type { RosterChange } from '../workload/timeline.ts';
import type { Hall } from './hall.ts';
import { Entity } from './simjs-loader.ts';

/** 排班表: tells the crews when their people come, go and take breaks. */
export class Roster extends Entity {
  start(hall: Hall): void {
    hall.setting.cast.changes.forEach((change, at) => {
      this.announce(hall, change, at);
    });
  }

  private announce(hall: Hall, change: RosterChange, at: number): void {
    const { agenda } = hall.setting;
    const crew = hall.crews[change.group]!;
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
