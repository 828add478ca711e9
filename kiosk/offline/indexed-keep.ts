import type { Keep } from './keep.ts';
import { type Kept, nothingKept } from './kept.ts';

const store = 'kept';

/**
 * The keep of one branch in this browser, in IndexedDB with strict durability: a number is on disk before anyone sees it.
 * It goes by branch and not by token, so that a kiosk given a new pass still tells what it gave under the old one.
 */
export class IndexedKeep implements Keep {
  readonly #branch: string;
  #opening: Promise<IDBDatabase> | null = null;

  constructor(branch: string) {
    this.#branch = branch;
  }

  async read(): Promise<Kept> {
    return this.change((kept) => [kept, kept]);
  }

  async change<T>(act: (kept: Kept) => readonly [Kept, T]): Promise<T> {
    const database = await this.#database();
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
      const all = transaction.objectStore(store);
      const reading: IDBRequest<Kept | undefined> = all.get(this.#branch);
      let answer: T;
      reading.onsuccess = () => {
        const kept = { ...nothingKept, ...reading.result };
        const [after, told] = act(kept);
        answer = told;
        if (after !== kept) all.put(after, this.#branch);
      };
      transaction.oncomplete = () => resolve(answer);
      transaction.onabort = () => reject(transaction.error ?? new Error('the kiosk could not keep this'));
    });
  }

  #database(): Promise<IDBDatabase> {
    this.#opening ??= new Promise((resolve, reject) => {
      const opening = indexedDB.open('tingtang-kiosk', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(store);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => {
        this.#opening = null;
        reject(opening.error);
      };
    });
    return this.#opening;
  }
}
