import { join } from 'node:path';

/** What lies where in a data folder. */
export const dataFiles = (folder: string) => ({
  /** Journals, answers to keys, token hashes. */
  journal: join(folder, 'tingtang.sqlite'),
  /** Contact data: erasable, sealed with the secret. */
  contacts: join(folder, 'contacts.sqlite'),
  /** Which receipt printers there are; none without it. */
  printers: join(folder, 'printers.json'),
  secret: join(folder, 'secret.key'),
  /** Tokens of the demo screens in plain text, readable by the service's user only, so that the printed links keep working. */
  screens: join(folder, 'screens.json'),
  lock: join(folder, 'serve.lock'),
});
