import { describe, expect, it } from '@jest/globals';
import { organisationHost } from '../../src/community/mail-hosts.ts';

describe('hosts of addresses', () => {
  it.each([
    ['ada@acme.com', 'acme.com'],
    ['ada@Mail.ACME.co.uk.', 'mail.acme.co.uk'],
    ['ada@cs.stanford.edu', 'cs.stanford.edu'],
    ['ada@acme.internal', 'acme.internal'],
    ['ada@outlook.acme.com', 'outlook.acme.com'],
  ])('may tell an organisation by %s', (address, host) => {
    expect(organisationHost(address)).toBe(host);
  });

  it.each([
    ['ada@gmail.com'],
    ['ada@yahoo.co.jp'],
    ['ada@hotmail.fr'],
    ['ada@vip.qq.com'],
    ['1+ada@users.noreply.github.com'],
    ['ada@noreply.acme.com'],
    ['ada@adas-laptop.local'],
    ['root@localhost'],
    ['ada@alum.mit.edu'],
    ['ada@192.168.0.1'],
    ['acme.com'],
    ['ada@'],
    ['ada@-acme-.com'],
    ['ada@acme.com>'],
    [`ada@${'a.'.repeat(50_000)}com`],
  ])('tell nothing by %.60s', (address) => {
    expect(organisationHost(address)).toBeNull();
  });
});
