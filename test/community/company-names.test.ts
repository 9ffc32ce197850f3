import { describe, expect, it } from '@jest/globals';
import { companyName, domainName } from '../../src/community/company-names.ts';

const keyOf = (text: string) => companyName(text)?.key ?? null;

describe('names of companies', () => {
  it.each([
    ['@acme'],
    ['Acme Inc.'],
    ['ACME, Inc'],
    ['  acme,   inc. '],
    ['Acme GmbH & Co. KG'],
    ['Software Engineer at Acme'],
    ['Software Engineer @acme'],
    ['@acme, @other'],
    ['@acme-inc'],
    ['@acme.'],
    ['Acme (formerly Ajax)'],
    ['Acme, ex-Google'],
    ['Acme / University of Oslo'],
    ['https://www.acme.com/jobs'],
    ['acme.co.uk'],
    ['Ac\u200bme'],
    ['Ａｃｍｅ'],
    ['someone@mail.acme.com'],
  ])('takes %j for Acme', (text) => {
    expect(keyOf(text)).toBe('acme');
  });

  it.each([
    ['The Linux Foundation', 'linuxfoundation'],
    ['ETH Zürich', 'ethzurich'],
    ['University of Oslo, Norway', 'universityofoslo'],
    ['Procter & Gamble', 'proctergamble'],
    ['华为技术有限公司', '华为技术'],
    ['株式会社メルカリ', 'メルカリ'],
    ['Inc', 'inc'],
    ['__proto__', 'proto'],
  ])('gives %j the key %j', (text, key) => {
    expect(keyOf(text)).toBe(key);
  });

  it('keeps letters apart that only look alike', () => {
    expect(keyOf('\u0410cme')).not.toBe('acme');
  });

  it.each([
    [''],
    ['-'],
    ['\u{1f3e0}'],
    ['N/A'],
    ['Freelance'],
    ['self-employed'],
    ['ex-Google'],
    ['Formerly @acme'],
    ['自由职业'],
    ['someone@gmail.com'],
    ['a'.repeat(500)],
  ])('finds nothing in %j', (text) => {
    expect(companyName(text)).toBeNull();
  });

  it('shows neither what cannot be seen nor an address', () => {
    expect(companyName('\u202eemcA\u0007 Labs')?.name).toBe('emcA Labs');
    expect(companyName('someone@acme.com')?.name).toBe('acme.com');
  });

  it('calls an organisation by its domain where nothing else is known', () => {
    expect(domainName('mail.eng.acme.co.uk')).toEqual({ key: 'acme', name: 'acme.co.uk' });
    expect(domainName('build.internal')).toBeNull();
  });

  it('reads long hostile text at once', () => {
    expect(companyName('@'.repeat(100_000))).toBeNull();
    expect(companyName(', '.repeat(100_000))).toBeNull();
    expect(companyName(' at'.repeat(100_000))?.name.length).toBeLessThan(101);
  });
});
