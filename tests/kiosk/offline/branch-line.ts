import type { Reply } from '../../../display/ui/live/command-client.ts';
import type { Keep } from '../../../kiosk/offline/keep.ts';
import { type Kept, nothingKept } from '../../../kiosk/offline/kept.ts';
import type { Sender } from '../../../kiosk/offline/merge.ts';
import type { Board } from '../../../simulator/lobby/board/board.ts';
import { boardOf } from '../../../simulator/lobby/board/board-of.ts';
import { isRefusal } from '../../../simulator/lobby/refusal.ts';
import type { CommandInput, TestLobby } from '../../fixtures/lobby.ts';

/** A keep that forgets with the test. */
export class MemoryKeep implements Keep {
  kept: Kept = nothingKept;
  async read(): Promise<Kept> {
    return structuredClone(this.kept);
  }
  async change<T>(act: (kept: Kept) => readonly [Kept, T]): Promise<T> {
    const [after, told] = act(this.kept);
    this.kept = structuredClone(after);
    return told;
  }
}

/** What becomes of the next request: it arrives and is answered, it arrives and the answer is lost, it never arrives. */
export type Fate = 'answered' | 'answer-lost' | 'lost';

/** The line from a kiosk to the real core, with the server's idempotency: what the kiosk sends, and what reaches it back. */
export class BranchLine implements Sender {
  readonly lobby: TestLobby;
  /** For the requests to come, in turn; then all are answered. */
  fates: Fate[] = [];
  readonly #answers = new Map<string, { readonly asked: string; readonly reply: Reply }>();
  #drawn = 0;

  constructor(lobby: TestLobby) {
    this.lobby = lobby;
  }

  get board(): Board {
    return boardOf(this.lobby.state, this.lobby.now, 'public');
  }

  async post(path: string, body: object, { key = `auto-${this.#answers.size}` }: { readonly key?: string } = {}): Promise<Reply> {
    const fate = this.fates.shift() ?? 'answered';
    const away: Reply = { ok: false, code: 'away', message: null };
    if (fate === 'lost') return away;
    const asked = `${path} ${JSON.stringify(body)}`;
    const known = this.#answers.get(key);
    const reply: Reply =
      known === undefined
        ? this.#act(path, body)
        : known.asked === asked
          ? known.reply
          : { ok: false, code: 'key-reused', message: null };
    if (known === undefined) this.#answers.set(key, { asked, reply });
    return fate === 'answered' ? reply : away;
  }

  #act(path: string, body: object): Reply {
    this.#drawn += 1;
    const id = `drawn-${this.#drawn}`;
    const [, place, subject, verb] = path.split('/');
    const command =
      place === 'number-blocks'
        ? subject === undefined
          ? { type: 'lease-block', block: id, holder: 'kiosk', ...body }
          : { type: 'return-block', block: subject }
        : verb === undefined
          ? { type: 'issue', ticket: id, ...body }
          : { type: verb, ticket: subject, ...body };
    const events = this.lobby.try(command as CommandInput);
    if (isRefusal(events)) return { ok: false, code: events.refused, message: null, facts: events.facts };
    const { blocks, tickets, config } = this.lobby.state;
    const ticket = tickets.get(id) ?? { id };
    return { ok: true, body: { block: blocks.get(id), digits: config?.branch.rules.numbers.digits, ticket } };
  }
}
