import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSecret } from '../../server/side-store/secret.ts';
import { SideStore } from '../../server/side-store/side-store.ts';
import { freshFolder, kill, runVerb, startReal } from './real-service.ts';
import { openLobby } from './running-service.ts';

const folder = mkdtempSync(join(tmpdir(), 'tingtang-side-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Digits that could be nothing else. */
const canary = '13907551234';

const holds = (directory: string, text: string): string[] =>
  readdirSync(directory).filter((name) => {
    const bytes = readFileSync(join(directory, name));
    return (
      bytes.includes(text) ||
      bytes.includes(Buffer.from(text).toString('base64').slice(0, 12)) ||
      bytes.includes(Buffer.from(text, 'utf16le'))
    );
  });

describe('the side store', () => {
  it('keeps a contact sealed, erases it by reference, forgets it when its time is over', () => {
    const secret = readSecret(join(folder, 'secret.key'));
    const contacts = new SideStore(join(folder, 'contacts.sqlite'), secret);
    contacts.put('demo', 'c1', { phone: canary }, 1000);
    contacts.put('demo', 'c2', { phone: canary }, 2000);
    contacts.put('demo', 'c3', { phone: canary }, 3000);
    expect(contacts.find('demo', 'c1')).toEqual({ phone: canary });
    expect(contacts.find('other', 'c1')).toBeNull();
    expect(holds(folder, canary)).toEqual([]);
    expect(contacts.erase('other', 'c1')).toBe(false);
    expect(contacts.erase('demo', 'c1')).toBe(true);
    expect(contacts.find('demo', 'c1')).toBeNull();
    expect(contacts.wipe(2000)).toBe(1);
    expect(contacts.find('demo', 'c2')).toBeNull();
    expect(contacts.find('demo', 'c3')).toEqual({ phone: canary });
    contacts.close();
  });

  it('a sealed contact that is moved to another reference opens no more', async () => {
    const { seal, unseal } = await import('../../server/side-store/seal.ts');
    const secret = Buffer.alloc(32, 7);
    const sealed = seal(secret, 'c1', canary);
    expect(unseal(secret, 'c1', sealed)).toBe(canary);
    expect(() => unseal(secret, 'c2', sealed)).toThrow();
    expect(() => unseal(Buffer.alloc(32, 8), 'c1', sealed)).toThrow();
  });
});

describe('contacts over HTTP', () => {
  it('go to the side store; the journal knows a reference; a refused command leaves none', async () => {
    const lobby = await openLobby();
    const greeter = await lobby.token('greeter');
    const { contacts } = lobby.running.service;
    const booking = { slotAt: Date.now() + 3_600_000, needs: [{ service: 'wealth' }], contact: { phone: canary } };
    const booked = await lobby.post('/appointments', booking, greeter, 'a1');
    expect(booked.status).toBe(201);
    const ref = booked.body.contactRef as string;
    expect(contacts.find('demo', ref)).toEqual({ phone: canary });
    // Asked again with its key: the same appointment, and no second copy of the number.
    expect((await lobby.post('/appointments', booking, greeter, 'a1')).body).toEqual(booked.body);
    expect((await lobby.post('/appointments', { ...booking, contact: { phone: '13900000000' } }, greeter, 'a1')).status).toBe(422);
    expect((await lobby.post('/appointments', { ...booking, contact: { phone: 'call me' } }, greeter)).status).toBe(400);
    const ticket = await lobby.post('/tickets', { service: 'cash', contact: { phone: canary } }, greeter);
    expect(contacts.find('demo', ticket.body.ticket.id)).toEqual({ phone: canary });
    expect((await lobby.send('DELETE', `/api/branches/demo/contacts/${ref}`, { token: greeter })).status).toBe(200);
    expect(contacts.find('demo', ref)).toBeNull();
    expect((await lobby.send('DELETE', `/api/branches/demo/contacts/${ref}`, { token: greeter })).status).toBe(404);
    await lobby.close();
  });
});

describe('canary', () => {
  it('a phone number is never in journal, log, export or backup', async () => {
    const data = freshFolder();
    const service = await startReal(data);
    const env = { TINGTANG_DATA: data };
    const { token } = JSON.parse((await runVerb(['token', '--branch', 'demo', '--role', 'manager', '--json'], env)).out);
    const send = (path: string, body: unknown, key: string) =>
      fetch(`${service.url}/api/branches/demo${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': key, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await send('/tickets', { service: 'cash', contact: { phone: canary } }, 'k1')).status).toBe(201);
    expect(
      (await send('/appointments', { slotAt: Date.now(), needs: [{ service: 'cash' }], contact: { phone: canary } }, 'k2')).status,
    ).toBe(201);
    // Where a number does not belong it is bad input, and is not written down either.
    expect((await send('/tickets', { service: canary }, 'k3')).status).toBe(400);
    expect((await send('/tickets', { service: 'cash', traits: [canary] }, 'k4')).status).toBe(400);
    const reading = await fetch(`${service.url}/api/branches/demo/board`, { headers: { authorization: `Bearer ${token}` } });
    const board = (await reading.json()) as { day: { date: string } };
    const out = join(data, 'export.ndjson');
    const exported = await runVerb(['export', '--branch', 'demo', '--day', board.day.date, '-o', out], env);
    expect(exported.code).toBe(0);
    expect((await runVerb(['backup', join(data, 'backup.sqlite')], env)).code).toBe(0);
    expect(readFileSync(out, 'utf8').split('\n').length).toBeGreaterThan(8);
    expect(holds(data, canary)).toEqual([]);
    await kill(service, 'SIGTERM');
    expect(holds(data, canary)).toEqual([]);
    // The search itself would find it.
    writeFileSync(join(data, 'planted'), `{"phone":"${canary}"}`);
    expect(holds(data, canary)).toEqual(['planted']);
    rmSync(data, { recursive: true });
  });
});
