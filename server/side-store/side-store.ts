import { type ContactTable, openContactTable } from '../store/sqlite/contact-table.ts';
import { type Contact, contactSchema } from './contact.ts';
import { seal, unseal } from './seal.ts';

/**
 * Contact data beside the journal, in a file of its own: sealed at rest, erased by reference, wiped when its day is over.
 * The journal only ever holds the reference.
 */
export class SideStore {
  readonly #table: ContactTable;
  readonly #secret: Buffer;

  constructor(file: string, secret: Buffer) {
    this.#table = openContactTable(file);
    this.#secret = secret;
  }

  put(branch: string, ref: string, contact: Contact, keepUntilMs: number): void {
    this.#table.put({ branch, ref, sealed: seal(this.#secret, ref, JSON.stringify(contact)), keepUntil: keepUntilMs });
  }

  find(branch: string, ref: string): Contact | null {
    const sealed = this.#table.find(branch, ref);
    return sealed === null ? null : contactSchema.parse(JSON.parse(unseal(this.#secret, ref, sealed)));
  }

  erase(branch: string, ref: string): boolean {
    return this.#table.erase(branch, ref);
  }

  /** Forgets what nobody needs any more. */
  wipe(nowMs: number): number {
    return this.#table.wipe(nowMs);
  }

  close(): void {
    this.#table.close();
  }
}
