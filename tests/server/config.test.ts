import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';

describe('the environment', () => {
  it('has defaults that keep a fresh install off the network', () => {
    expect(readConfig({ HOME: '/root', PATH: '/bin' })).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataFolder: resolve('data'),
      origins: [],
      logLevel: 'warn',
    });
  });

  it('is read whole', () => {
    expect(
      readConfig({
        PORT: '8080',
        TINGTANG_DATA: '/srv/lobby',
        TINGTANG_HOST: '0.0.0.0',
        TINGTANG_ORIGINS: 'https://a.example, https://b.example:8443',
        TINGTANG_LOG: 'info',
      }),
    ).toEqual({
      port: 8080,
      host: '0.0.0.0',
      dataFolder: '/srv/lobby',
      origins: ['https://a.example', 'https://b.example:8443'],
      logLevel: 'info',
    });
  });

  it.each([
    [{ PORT: 'http' }, 'PORT="http"'],
    [{ PORT: '70000' }, 'from 0 to 65535'],
    [{ PORT: '-1' }, 'PORT="-1"'],
    [{ PORT: '' }, 'PORT=""'],
    [{ TINGTANG_DTAA: '/x' }, 'unknown variable TINGTANG_DTAA'],
    [{ TINGTANG_DATA: '' }, 'TINGTANG_DATA=""'],
    [{ TINGTANG_ORIGINS: 'lobby.example' }, 'TINGTANG_ORIGINS="lobby.example"'],
    [{ TINGTANG_ORIGINS: 'https://a.example/path' }, 'without a path'],
    [{ TINGTANG_LOG: 'loud' }, 'silent, error, warn, info, debug'],
  ])('%j is told in one line', (env, expected) => {
    const config = readConfig(env as Record<string, string>);
    if (!('problem' in config)) throw new Error('accepted');
    expect(config.problem).toContain(expected);
    expect(config.problem).not.toContain('\n');
  });
});
