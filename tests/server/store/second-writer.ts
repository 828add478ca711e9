import { sqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';
import { isFailure } from '../../../server/store/store.ts';
import { someLines } from '../../contract/store-contract-lines.ts';

/** Another process that writes to the same file: what the `token` verb is while the service runs. */
const store = await sqliteStore(process.argv[2]!);
let failed = 0;
for (let n = 0; n < 60; n += 1) if (isFailure(await store.append(`other-${n}`, 0, someLines(`other-${n}`, 3), []))) failed += 1;
await store.close();
process.exitCode = failed === 0 ? 0 : 1;
