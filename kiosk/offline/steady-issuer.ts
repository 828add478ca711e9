import type { Names } from '../../simulator/lobby/branch/names.ts';
import { type Issue, type Issuer, isAway, isRefusedIssue, issueBody, type LobbyIssuer, type Request } from '../issuing.ts';
import { seriesOf } from '../series.ts';
import type { NoNumber } from './kept.ts';
import type { OfflineDesk } from './offline-desk.ts';

/** How long the lobby is asked while there is a number at hand; less once it is known to be silent. */
const askMs = 3_000;
const askSilentMs = 1_200;

const whyNot: Readonly<Record<Exclude<NoNumber, 'no-block'>, Names>> = {
  'block-full': { zh: '离线号码已取完，请到大堂经理处取号', en: 'The offline numbers are used up. Please see the lobby manager' },
  'day-over': {
    zh: '系统未恢复，暂时不能取新一天的号，请到大堂经理处取号',
    en: 'No numbers for the new day yet. Please see the lobby manager',
  },
};

/** Asks the lobby; when no answer comes, gives a number of its own, told to the lobby later under the same key. */
export class SteadyIssuer implements Issuer {
  readonly #lobby: LobbyIssuer;
  readonly #desk: OfflineDesk;
  readonly #isSilent: () => boolean;

  constructor(lobby: LobbyIssuer, desk: OfflineDesk, isSilent: () => boolean) {
    this.#lobby = lobby;
    this.#desk = desk;
    this.#isSilent = isSilent;
  }

  async issue(request: Request): Promise<Issue> {
    const series = this.#desk.board && seriesOf(this.#desk.board, request);
    const hasNumber = series !== null && this.#desk.left(series) > 0;
    const asked = await this.#lobby.issue(request, hasNumber ? (this.#isSilent() ? askSilentMs : askMs) : undefined);
    if (!isRefusedIssue(asked) || !isAway(asked.refused) || series === null) return asked;
    const given = await this.#desk.give(series, issueBody(request), asked.key);
    if (typeof given !== 'string') return given;
    return given === 'no-block' ? asked : { ...asked, refused: { ok: false, code: given, message: whyNot[given] } };
  }
}
