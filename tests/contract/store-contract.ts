import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chainStart, followChain, hashOf, isBreak } from '../../server/store/chain.ts';
import type { JournalLine, Store } from '../../server/store/store.ts';
import { isFailure } from '../../server/store/store.ts';
import { noHash } from '../../simulator/lobby/journal/canonical-text.ts';
import { someLines } from './store-contract-lines.ts';

/** What every store promises, run against each implementation. `again` opens the same data anew, where it is kept. */
export function storeContract(name: string, open: () => Promise<Store>, again?: () => Promise<Store>): void {
  describe(`store contract: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(async () => {
      await store.close();
    });
    const key = (name: string, scope = 'token-1') => ({ scope, key: name, bodyHash: 'b', status: 201, answer: '{"a":1}', at: 5 });

    it('starts empty', async () => {
      expect(await store.last('a')).toEqual({ seq: 0, hash: noHash });
      expect(await store.read('a', 0, 10)).toEqual([]);
      expect(await store.branches()).toEqual([]);
      expect(await store.lastOfType('a', 'day-closed', 100)).toBeNull();
    });

    it('keeps what it was given, in order, byte for byte', async () => {
      const lines = someLines('a', 1203);
      expect(await store.append('a', 0, lines, [])).toBe('kept');
      expect(await store.read('a', 0, 5000)).toEqual(lines);
      expect(await store.read('a', 1200, 2)).toEqual(lines.slice(1200, 1202));
      expect(await store.last('a')).toEqual({ seq: 1203, hash: hashOf(lines.at(-1)!.text) });
      const end = followChain(chainStart, (await store.read('a', 0, 5000)) as JournalLine[]);
      expect(isBreak(end)).toBe(false);
    });

    it('refuses a writer who is behind, and keeps nothing of it', async () => {
      const lines = someLines('a', 3);
      await store.append('a', 0, lines.slice(0, 2), []);
      expect(await store.append('a', 0, lines.slice(0, 1), [key('k')])).toEqual({ failed: 'sequence-conflict', last: 2 });
      expect(await store.append('a', 5, [], [])).toEqual({ failed: 'sequence-conflict', last: 2 });
      expect(await store.findKeys('a', [key('k')])).toEqual([]);
      expect(await store.append('a', 2, lines.slice(2), [])).toBe('kept');
    });

    it('of two writers at once one wins', async () => {
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, n) => store.append('a', 0, someLines('a', 2), [key(`k${n}`)])),
      );
      expect(answers.filter((answer) => answer === 'kept')).toHaveLength(1);
      expect(answers.filter((answer) => isFailure(answer) && answer.failed === 'sequence-conflict')).toHaveLength(7);
      expect(
        await store.findKeys(
          'a',
          answers.map((_, n) => key(`k${n}`)),
        ),
      ).toHaveLength(1);
    });

    it('keeps events and keys together or not at all', async () => {
      await store.append('a', 0, someLines('a', 1), [key('k')]);
      const next = someLines('a', 1, { ...((await store.last('a')) as { seq: number; hash: string }), at: 1000 });
      expect(isFailure(await store.append('a', 1, next, [key('k')]))).toBe(true);
      expect(await store.read('a', 0, 10)).toHaveLength(1);
    });

    it('keeps branches apart', async () => {
      await store.append('b', 0, someLines('b', 2), [key('k')]);
      await store.append('a', 0, someLines('a', 1), []);
      expect(await store.branches()).toEqual(['a', 'b']);
      expect(await store.read('a', 0, 10)).toHaveLength(1);
      expect(await store.findKeys('a', [key('k')])).toEqual([]);
    });

    it('finds a key only in its scope, and forgets old ones', async () => {
      await store.append('a', 0, [], [key('k'), key('k', 'token-2'), { ...key('late'), at: 9 }]);
      expect(await store.findKeys('a', [{ scope: 'token-1', key: 'k' }])).toEqual([key('k')]);
      expect(await store.findKeys('a', [{ scope: 'token-3', key: 'k' }])).toEqual([]);
      expect(await store.findKeys('a', [])).toEqual([]);
      await store.dropKeys('a', 9);
      expect(await store.findKeys('a', [key('k'), key('late')])).toEqual([{ ...key('late'), at: 9 }]);
    });

    it('finds the last event of a type before a position', async () => {
      const lines = someLines('a', 4);
      await store.append('a', 0, lines, []);
      expect(await store.lastOfType('a', 'day-closed', 4)).toEqual(lines[2]);
      expect(await store.lastOfType('a', 'day-closed', 1)).toBeNull();
      expect(await store.lastOfType('a', 'called', 9)).toBeNull();
    });

    it('keeps tokens by hash and revokes them', async () => {
      const token = {
        id: 't1',
        hash: 'h1',
        branch: 'a',
        role: 'kiosk',
        counter: null,
        person: null,
        createdAt: 7,
        revokedAt: null,
      };
      const mark = store.changeMark();
      await store.addToken(token);
      expect(store.changeMark()).not.toBe(mark);
      expect(await store.findToken('h1')).toEqual(token);
      expect(await store.findToken('h2')).toBeNull();
      expect(await store.listTokens('a')).toEqual([token]);
      expect(await store.listTokens('b')).toEqual([]);
      expect(await store.revokeToken('b', 't1', 8)).toBe('unknown');
      const before = store.changeMark();
      expect(await store.revokeToken('a', 't1', 8)).toBe('revoked');
      expect(await store.revokeToken('a', 't1', 9)).toBe('revoked');
      expect(store.changeMark()).not.toBe(before);
      expect(await store.findToken('h1')).toEqual({ ...token, revokedAt: 8 });
    });

    if (again !== undefined) {
      it('gives all of it back when opened again', async () => {
        const lines = someLines('a', 5);
        await store.append('a', 0, lines, [key('k')]);
        const token = {
          id: 't1',
          hash: 'h1',
          branch: 'a',
          role: 'teller',
          counter: 'C1',
          person: 'T01',
          createdAt: 7,
          revokedAt: null,
        };
        await store.addToken(token);
        await store.close();
        store = await again();
        expect(await store.read('a', 0, 10)).toEqual(lines);
        expect(await store.findKeys('a', [key('k')])).toEqual([key('k')]);
        expect(await store.findToken('h1')).toEqual(token);
      });
    }
  });
}
