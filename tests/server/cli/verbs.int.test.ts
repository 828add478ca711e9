import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoBranch } from '../../../server/demo/branch.ts';
import { openDatabase } from '../../../server/store/sqlite/open-database.ts';
import { conformJournal } from '../../../simulator/lobby/conform.ts';
import { parseEvent } from '../../../simulator/lobby/journal/event.ts';
import { freshFolder, kill, type RealService, runVerb, startReal } from '../real-service.ts';
import { verbHere } from '../verb-here.ts';

const data = freshFolder();
const env = { TINGTANG_DATA: data };
const verb = (...args: string[]) => verbHere(args, env);
let service: RealService;
beforeAll(async () => {
  service = await startReal(data);
});
afterAll(async () => {
  if (service.child.exitCode === null) await kill(service, 'SIGTERM');
  rmSync(data, { recursive: true });
});

const api = async (token: string, method: string, path: string, body?: unknown) => {
  const response = await fetch(`${service.url}/api/branches/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': `${Math.random()}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not trusted
  return { status: response.status, body: (await response.json()) as any };
};

describe('a newcomer', () => {
  it('gets a link to every screen, each with a token that works', async () => {
    expect(Object.keys(service.tokens)).toEqual([
      'kiosk',
      'lobby',
      'C1',
      'C2',
      'C3',
      'C4',
      'C5',
      'C6',
      'C7',
      'C8',
      'greeter',
      'board',
    ]);
    for (const token of Object.values(service.tokens)) expect((await api(token, 'GET', 'demo/board')).status).toBe(200);
    const issued = await api(service.tokens.kiosk!, 'POST', 'demo/tickets', { service: 'corporate' });
    expect(issued.status).toBe(201);
    expect((await api(service.tokens.C1!, 'POST', 'demo/counters/C1/open', {})).status).toBe(200);
    expect((await api(service.tokens.C1!, 'POST', 'demo/counters/C1/call-next', {})).body.ticket.id).toBe(issued.body.ticket.id);
    expect(statSync(join(data, 'screens.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(data, 'secret.key')).mode & 0o777).toBe(0o600);
  });

  it('finds the same links after a restart', async () => {
    const before = service.tokens;
    expect(await kill(service, 'SIGINT')).toBe(0);
    service = await startReal(data);
    expect(service.tokens).toEqual(before);
  });
});

describe('starting', () => {
  const serve = (more: Record<string, string>) => verbHere(['serve'], { ...env, PORT: '0', ...more });

  it('is refused in one line, exit 2, when it cannot be right', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    const file = join(data, 'a-file');
    writeFileSync(file, '');
    const cases: [Record<string, string>, string][] = [
      [{ PORT: String(port), TINGTANG_DATA: freshFolder() }, `port ${port}`],
      [{ PORT: 'abc' }, 'PORT="abc"'],
      [{ TINGTANG_DATA: join(file, 'inside') }, 'cannot write to the data folder'],
      [{ TINGTANG_DATA: '/proc/tingtang/data' }, 'cannot write to the data folder'],
      [{ TINGTANG_BOGUS: '1' }, 'unknown variable TINGTANG_BOGUS'],
      [{}, 'another service runs on the data folder'],
    ];
    for (const [more, expected] of cases) {
      const { code, out, err } = await serve(more);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(expected);
      expect(err.trim().split('\n')).toHaveLength(1);
    }
    taken.close();
  });
});

describe('token', () => {
  it('makes one that counts at once', async () => {
    const { code, out } = await runVerb(['token', '--branch', 'demo', '--role', 'teller', '--counter', 'C2', '--json'], env);
    expect(code).toBe(0);
    const { token, role } = JSON.parse(out);
    expect(role).toBe('teller');
    expect((await api(token, 'POST', 'demo/counters/C2/open', {})).status).toBe(200);
    expect((await api(token, 'POST', 'demo/counters/C3/open', {})).status).toBe(403);
    expect((await verb('token', '--branch', 'demo', '--role', 'display')).out.trim()).toMatch(/^tt_[\w-]{43}$/);
  });

  it.each([
    [['--branch', 'nope', '--role', 'kiosk'], 'known: demo'],
    [['--branch', '*', '--role', 'kiosk'], "only an admin's token"],
    [['--branch', 'demo', '--role', 'boss'], 'kiosk, display, teller'],
    [['--branch', 'demo', '--role', 'teller', '--counter', 'C99'], 'declared: C1'],
    [['--role', 'teller'], '--branch'],
    [
      ['--branch', 'demo', '--role', 'kiosk', '--counter', 'C1'],
      'a token of role "kiosk" names no counter; roles whose tokens do: teller',
    ],
    [['--branch', '*', '--role', 'admin', '--person', 'T01'], 'names no person'],
    [['--branch', 'demo', '--role', 'teller', '--person', 'X'], 'declared: T01'],
  ])('%j is bad input', async (args, expected) => {
    const { code, out, err } = await verb('token', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(expected);
  });

  it('needs data to be there', async () => {
    const { code, err } = await verbHere(['token', '--branch', 'demo', '--role', 'kiosk'], {
      TINGTANG_DATA: join(data, 'nothing'),
    });
    expect(code).toBe(2);
    expect(err).toContain('npm start');
  });
});

describe('configure', () => {
  it('sets up a branch that the running service serves at once, and changes it', async () => {
    const file = join(data, 'north.json');
    writeFileSync(file, JSON.stringify({ ...demoBranch, id: 'north' }));
    expect(JSON.parse((await verb('configure', file, '--json')).out)).toEqual({ branch: 'north', version: 1, seq: 1 });
    const { token } = JSON.parse((await verb('token', '--branch', 'north', '--role', 'manager', '--json')).out);
    expect((await api(token, 'POST', 'north/tickets', { service: 'cash' })).body.ticket.number).toBe('A001');
    writeFileSync(file, JSON.stringify({ ...demoBranch, id: 'north', names: { zh: '北支行', en: 'North' } }));
    expect((await verb('configure', file)).code).toBe(0);
    await api(token, 'POST', 'north/tickets', { service: 'cash' });
    expect((await api(token, 'GET', 'north/board')).body.names.en).toBe('North');
  });

  it('says what is wrong with a file', async () => {
    const file = join(data, 'broken.json');
    writeFileSync(file, JSON.stringify({ ...demoBranch, zone: 'Nowhere', lines: [] }));
    const { code, err } = await verb('configure', file);
    expect(code).toBe(2);
    expect(err).toContain('lines');
    writeFileSync(file, '{');
    expect((await verb('configure', file)).code).toBe(2);
    expect((await verb('configure', join(data, 'missing.json'))).code).toBe(2);
  });
});

describe('export', () => {
  it('writes a day that folds and conforms alone', async () => {
    const day = (await api(service.tokens.board!, 'GET', 'demo/board')).body.day.date;
    const { code, out } = await verb('export', '--branch', 'demo', '--day', day);
    expect(code).toBe(0);
    const events = out
      .trim()
      .split('\n')
      .map((line) => parseEvent(JSON.parse(line)));
    expect(events.length).toBeGreaterThan(8);
    const { decisions, mismatches } = conformJournal(events);
    expect(decisions).toBeGreaterThan(1);
    expect(mismatches).toEqual([]);
    const file = join(data, 'day.ndjson');
    const written = JSON.parse((await verb('export', '--branch', 'demo', '--day', day, '-o', file, '--json')).out);
    expect(written).toEqual({ branch: 'demo', day, events: events.length, file });
    expect(readFileSync(file, 'utf8')).toBe(out);
    const other = join(data, 'day-again.ndjson');
    const told = await verb('export', '--branch', 'demo', '--day', day, '-o', other);
    expect(told.out).toBe(`${other}: ${day} of demo, ${events.length} events\n`);
    const again = await verb('export', '--branch', 'demo', '--day', day, '-o', file);
    expect([again.code, again.err]).toEqual([2, `tingtang: ${file} exists already; name a new file\n`]);
  });

  it.each([
    [['--branch', 'demo', '--day', '2001-01-01'], 'no such business day; days: 20'],
    [['--branch', 'demo', '--day', 'today'], 'use a date'],
    [['--branch', 'nope', '--day', '2026-01-01'], 'known: demo'],
    [['--branch', 'demo', '--day', '2026-01-01', '--json'], '--output'],
  ])('%j is bad input', async (args, expected) => {
    const { code, out, err } = await verb('export', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(expected);
  });
});

describe('verify, backup, restore', () => {
  it('a backup made while the service runs can be restored, and what was there is set aside', async () => {
    expect((await verb('verify')).code).toBe(0);
    const copy = join(data, 'copy.sqlite');
    expect((await verb('backup', copy)).code).toBe(0);
    expect((await verb('backup', copy)).err).toContain('exists already');
    const after = await api(service.tokens.kiosk!, 'POST', 'demo/tickets', { service: 'cash' });
    expect((await verb('restore', copy)).err).toContain('a service runs');
    await kill(service, 'SIGTERM');
    const { branches, setAside } = JSON.parse((await verb('restore', copy, '--json')).out);
    expect(branches).toMatchObject([
      { branch: 'demo', ok: true },
      { branch: 'north', ok: true },
    ]);
    expect(readdirSync(data)).toContain(setAside.split('/').at(-1));
    // Links that cannot be read are made anew: they keep nobody out.
    writeFileSync(join(data, 'screens.json'), '{');
    service = await startReal(data);
    expect((await fetch(`${service.url}/api/tickets/${after.body.ticket.id}`)).status).toBe(404);
    expect((await api(service.tokens.board!, 'GET', 'demo/board')).status).toBe(200);
    await kill(service, 'SIGTERM');
  });

  it('an altered journal is found, and not served', async () => {
    const folder = join(data, 'altered');
    mkdirSync(folder);
    const first = await startReal(folder);
    await kill(first, 'SIGTERM');
    const db = openDatabase(join(folder, 'tingtang.sqlite'));
    db.exec(`UPDATE events SET text = replace(text, '"D2"', '"D3"') WHERE seq = 4`);
    db.close();
    const found = await verbHere(['verify', '--json'], { TINGTANG_DATA: folder });
    expect(found.code).toBe(1);
    expect(JSON.parse(found.out).branches).toEqual([
      { branch: 'demo', events: 0, ok: false, problem: 'the chain is broken at seq 5: altered' },
    ]);
    const refused = await verbHere(['serve'], { TINGTANG_DATA: folder, PORT: '0' });
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('altered at seq 5');
    const junk = join(data, 'junk.sqlite');
    writeFileSync(junk, 'not a database');
    const elsewhere = join(data, 'elsewhere');
    const answer = await verbHere(['restore', junk], { TINGTANG_DATA: elsewhere });
    expect(answer).toMatchObject({ code: 2, err: expect.stringContaining(`${junk} is not a backup of ours`) });
    expect(existsSync(join(elsewhere, 'tingtang.sqlite.incoming'))).toBe(false);
    expect(await verbHere(['restore', data], { TINGTANG_DATA: elsewhere })).toMatchObject({
      code: 2,
      err: expect.stringContaining(`${data}: cannot be copied`),
    });
  });
});
