import type { Answer } from '../branches/answer.ts';
import type { Contact } from '../side-store/contact.ts';
import type { Service } from './service.ts';

/** A contact nobody has a day for is kept this long. */
const keptMs = 36 * 3_600_000;

/**
 * Keeps a contact in the side store before its command is journaled, so that a crash between the two loses no customer's
 * number, and forgets it again when the command is not accepted. `ref` is what the journal may know.
 */
export function keepContact(service: Service, branch: string, ref: string, contact: Contact | undefined, untilMs: number | null) {
  if (contact !== undefined) service.contacts.put(branch, ref, contact, untilMs ?? service.clock() + keptMs);
  return {
    /** After the answer: `kept` is the reference the accepted command stands under; another one means a repeated request. */
    settle(answer: Answer, kept: (body: unknown) => string): void {
      if (contact === undefined) return;
      if (answer.status >= 300 || kept(answer.body) !== ref) service.contacts.erase(branch, ref);
    },
  };
}
