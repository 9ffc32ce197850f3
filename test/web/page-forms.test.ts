import { describe, expect, it } from '@jest/globals';
import { someData } from './sample-data.ts';
import { ask } from './web-server.ts';

const LOCAL = { headers: { host: 'localhost' } };

describe('the JSON of a page', () => {
  it.each(['/api/v1/overview', '/api/v1/repositories/acme/app'])(
    'is told again only where it changed: %s',
    async (path) => {
      const first = await ask({}, path, LOCAL);
      const again = await ask({}, path, { headers: { ...LOCAL.headers, 'if-none-match': first.headers.etag } });

      expect(first.status).toBe(200);
      expect(first.headers['content-type']).toBe('application/json; charset=utf-8');
      expect([again.status, again.body]).toEqual([304, '']);
    },
  );

  it('has no field that its schema does not tell of', async () => {
    const [one] = await someData().repositories();
    const withSecret = { ...one, installationId: 99 } as unknown as NonNullable<typeof one>;
    const { body } = await ask(
      { data: someData({ repositories: async () => [withSecret] }) },
      '/api/v1/overview',
      LOCAL,
    );

    expect(body).toContain('"repo":"app"');
    expect(body).not.toContain('installationId');
  });
});
