import { describe, expect, it } from '@jest/globals';
import { isLocal } from '../../src/web/local-only.ts';

function from(remoteAddress: string | undefined, headers: Record<string, string>): boolean {
  return isLocal({ socket: { remoteAddress }, headers });
}

describe('isLocal', () => {
  it.each([
    ['127.0.0.1', 'localhost:3000'],
    ['127.0.0.1', '127.0.0.1:3000'],
    ['::1', '[::1]:3000'],
    ['::ffff:127.0.0.1', 'LOCALHOST'],
    ['127.8.0.1', 'localhost'],
  ])('lets in %s asking for %s', (address, host) => {
    expect(from(address, { host })).toBe(true);
  });

  it.each([
    ['a stranger', '203.0.113.9', 'localhost:3000'],
    ['a neighbour', '192.168.1.127', 'localhost:3000'],
    ['a neighbour by IPv6', '::ffff:192.168.127.1', 'localhost:3000'],
    ['a page whose name resolves to this machine', '127.0.0.1', 'evil.example:3000'],
    ['a name that only begins like ours', '127.0.0.1', 'localhost.evil.example'],
    ['a name that only ends like ours', '127.0.0.1', 'evil.localhost'],
    ['a user name in the host', '127.0.0.1', 'localhost@evil.example'],
    ['an empty host', '127.0.0.1', ''],
    ['a socket that is gone', undefined, 'localhost'],
  ])('keeps out %s', (_who, address, host) => {
    expect(from(address, { host })).toBe(false);
  });

  it('keeps out a request without Host', () => {
    expect(from('127.0.0.1', {})).toBe(false);
  });

  it.each(['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'])(
    'keeps out what a proxy beside us forwards with %s',
    (header) => {
      expect(from('127.0.0.1', { host: 'localhost', [header]: '127.0.0.1' })).toBe(false);
    },
  );
});
