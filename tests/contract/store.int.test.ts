import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { memoryStore } from '../../server/store/memory-store.ts';
import { sqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { storeContract } from './store-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'tingtang-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
storeContract('memory', async () => memoryStore());
storeContract(
  'sqlite',
  () => {
    count += 1;
    return sqliteStore(join(folder, `${count}.sqlite`));
  },
  () => sqliteStore(join(folder, `${count}.sqlite`)),
);
