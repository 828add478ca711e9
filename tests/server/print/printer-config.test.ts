import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { printerConfigSchema, printersFileSchema } from '../../../server/print/printer-config.ts';
import { readPrintersFile } from '../../../server/print/printers-file.ts';

describe('the configuration of a printer', () => {
  it('needs an address; the rest has a default', () => {
    expect(printerConfigSchema.parse({ host: '192.0.2.20' })).toMatchObject({
      port: 9100,
      widthMm: 80,
      codepage: 'gb18030',
      answers: true,
    });
  });

  it.each([
    [{ host: 'http://192.0.2.20' }, 'host'],
    [{ host: '' }, 'host'],
    [{ host: 'a b' }, 'host'],
    [{ host: 'printer', port: 0 }, 'port'],
    [{ host: 'printer', widthMm: 70 }, 'widthMm'],
    [{ host: 'printer', codepage: 'utf8' }, 'codepage'],
    [{ host: 'printer', queueLimit: 1 }, 'queueLimit'],
  ])('refuses %o', (input, path) => {
    expect(printerConfigSchema.safeParse(input).error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });

  it('refuses an unknown setting and two printers for one place', () => {
    expect(printerConfigSchema.safeParse({ host: 'printer', speed: 3 }).error?.issues[0]?.message).toContain('speed');
    const printers = [
      { host: 'a', branch: 'demo' },
      { host: 'b', branch: 'demo', kiosk: 'kiosk-1' },
      { host: 'c', branch: 'demo' },
    ];
    expect(printersFileSchema.safeParse({ v: 1, printers }).error?.issues).toMatchObject([
      { path: ['printers', 2], message: expect.stringContaining('second printer') },
    ]);
  });
});

describe('the printers file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tingtang-printers-'));
  const file = join(folder, 'printers.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('may be absent: then there is no printer', () => {
    expect(readPrintersFile(join(folder, 'none.json'))).toEqual({ v: 1, printers: [] });
  });

  it.each([
    ['{"v":1,"printers":[{"branch":"demo","host":"192.0.2.20:9100/x"}]}', 'printers.0.host'],
    ['{"v":2,"printers":[]}', 'v'],
    ['{"v":1,', 'JSON'],
  ])('says in one line what is wrong in %s', (text, where) => {
    writeFileSync(file, text);
    const read = readPrintersFile(file);
    expect('problem' in read && read.problem).toContain(where);
    expect('problem' in read && read.problem).toContain(file);
  });
});
