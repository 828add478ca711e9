import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Branch } from '../../simulator/lobby/branch/branch.ts';
import type { Names } from '../../simulator/lobby/branch/names.ts';
import { drawToken, hashOfToken, type TokenRequest } from '../auth/token.ts';
import { isFailure, type Store } from '../store/store.ts';

/** A screen that can be opened as it is: its token rides in the fragment, which reaches no server and no log. */
export interface ScreenLink {
  readonly branch: string;
  readonly screen: string;
  readonly names: Names;
  readonly url: string;
}

interface Screen {
  readonly screen: string;
  readonly names: Names;
  readonly path: string;
  readonly token: Omit<TokenRequest, 'branch'>;
}

function screensOf({ stations, staff }: Branch): Screen[] {
  const counters = stations.filter(({ kind }) => kind === 'counter');
  const greeter = staff.find(({ role }) => role === 'greeter');
  return [
    { screen: 'kiosk', names: { zh: '取号机', en: 'Kiosk' }, path: '/kiosk/?', token: { role: 'kiosk' } },
    { screen: 'lobby', names: { zh: '大厅屏', en: 'Lobby TV' }, path: '/display/lobby/?', token: { role: 'display' } },
    ...counters.map(({ id, names }) => ({
      screen: id,
      names,
      path: `/display/counter/?counter=${id}&`,
      token: { role: 'teller' as const, counter: id },
    })),
    {
      screen: 'greeter',
      names: { zh: '大堂经理', en: 'Greeter' },
      path: greeter === undefined ? '/display/greeter/?' : `/display/greeter/?person=${greeter.id}&`,
      token: { role: 'greeter', person: greeter?.id },
    },
    { screen: 'board', names: { zh: '管理看板', en: 'Manager board' }, path: '/display/board/?', token: { role: 'manager' } },
  ];
}

const keptSchema = z.record(z.string(), z.string());

/**
 * Links to every screen of the branches. Their tokens are kept in a file that only the service's user can read, so that a link
 * opened before a restart works after it; one that was lost or revoked is made anew.
 */
export async function screenLinks(
  store: Store,
  branches: readonly Branch[],
  baseUrl: string,
  file: string,
  nowMs: number,
): Promise<readonly ScreenLink[]> {
  const tokens = keptTokens(file);
  const links: ScreenLink[] = [];
  for (const branch of branches) {
    for (const { screen, names, path, token } of screensOf(branch)) {
      const name = `${branch.id}/${screen}`;
      const known = tokens[name];
      const secret =
        known !== undefined && (await isGood(store, known))
          ? known
          : await makeToken(store, { branch: branch.id, ...token }, nowMs);
      tokens[name] = secret;
      const url = `${baseUrl}${path}branch=${encodeURIComponent(branch.id)}#token=${secret}`;
      links.push({ branch: branch.id, screen, names, url });
    }
  }
  // Renamed into place: a power cut in the middle leaves the old file.
  writeFileSync(`${file}.new`, JSON.stringify(tokens, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return links;
}

/** A file that cannot be read is of no use to anybody: the links are made anew, and the next restart has them again. */
function keptTokens(file: string): Record<string, string> {
  if (!existsSync(file)) return {};
  try {
    return keptSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? {};
  } catch {
    return {};
  }
}

async function isGood(store: Store, secret: string): Promise<boolean> {
  const token = await store.findToken(hashOfToken(secret));
  return token !== null && !isFailure(token) && token.revokedAt === null;
}

async function makeToken(store: Store, request: TokenRequest, nowMs: number): Promise<string> {
  const { secret, token } = drawToken(request, nowMs);
  const kept = await store.addToken(token);
  if (kept !== 'kept') throw new Error('the token of a screen could not be kept');
  return secret;
}
