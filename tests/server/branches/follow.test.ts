import { expect, it } from 'vitest';
import { BranchDirectory } from '../../../server/branches/branch-directory.ts';
import { BranchQueue } from '../../../server/branches/branch-queue.ts';
import { randomIds } from '../../../server/branches/ids.ts';
import { setUpDemo } from '../../../server/demo/set-up.ts';
import { memoryStore } from '../../../server/store/memory-store.ts';
import type { Store } from '../../../server/store/store.ts';

const noon = Date.UTC(2026, 2, 2, 4);

it('a queue takes what another process has written before it decides, without a conflict', async () => {
  const base = memoryStore();
  let writes = 0;
  const store: Store = {
    ...base,
    append: (...given) => {
      writes += 1;
      return base.append(...given);
    },
    changeMark: () => writes,
  };
  const troubles: string[] = [];
  const open = async (): Promise<BranchQueue> => {
    const directory = new BranchDirectory({
      store,
      clock: () => noon,
      ids: randomIds,
      onBug: (error) => troubles.push(String(error)),
      onTrouble: (trouble) => troubles.push(trouble),
    });
    await directory.openAll();
    await setUpDemo(directory);
    const queue = await directory.find('demo');
    if (!(queue instanceof BranchQueue)) throw new Error('no queue');
    return queue;
  };
  const issue = (queue: BranchQueue) =>
    queue.submit({
      command: {
        type: 'issue',
        ticket: randomIds.ticket(),
        needs: [{ service: 'cash' }],
        traits: [],
        channel: 'kiosk',
        language: 'en',
        prepared: false,
      },
      by: { kind: 'kiosk', id: 'k' },
      key: null,
      present: (outcome) => ({ status: 'events' in outcome ? 201 : 409, body: null }),
    });
  const [one, other] = [await open(), await open()];
  await one.tick();
  const heard: string[] = [];
  other.onCommitted((events) => heard.push(...(events ?? []).map(({ type }) => type)));

  await issue(one);
  await other.tick();
  expect(other.committed.lobby.end).toEqual(one.committed.lobby.end);
  expect(heard).toContain('ticket-issued');

  for (let n = 0; n < 5; n++) {
    expect(await issue(one)).toMatchObject({ status: 201 });
    expect(await issue(other)).toMatchObject({ status: 201 });
  }
  expect(other.committed.lobby.state.tally.issued).toBe(11);
  expect(troubles).toEqual([]);
});
