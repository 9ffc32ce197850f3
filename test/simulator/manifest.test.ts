import { describe, expect, it } from '@jest/globals';
import { issueToken } from './authentication.ts';
import { readManifest } from './manifest.ts';
import { startSimulator } from './simulator.ts';

const file = new URL('../../app.yml', import.meta.url);

describe('the app as its manifest describes it', () => {
  it('may do what it asks for, and nothing more', async () => {
    const simulator = await startSimulator({ app: readManifest(file) });
    await simulator.addRepository({ owner: 'acme', name: 'engine' });
    const installation = await simulator.install('acme');
    const { number } = await simulator.openIssue('acme/engine', { title: 'x', author: 'ana' });
    const { token } = issueToken(simulator.world.state, installation, {}, new Date());
    const post = (path: string, body: object): Promise<Response> =>
      fetch(`${simulator.address}/api/v3/repos/acme/engine/${path}`, {
        method: 'POST',
        headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });

    const comment = await post(`issues/${number}/comments`, { body: 'hello' });
    await simulator.close();

    expect(comment.status).toBe(201);
    expect(simulator.app.events).toContain('discussion');
    expect(simulator.app.permissions).not.toHaveProperty('administration');
  });

  it('is refused what it does not ask for', async () => {
    const simulator = await startSimulator({ app: { permissions: { metadata: 'read', issues: 'read' } } });
    await simulator.addRepository({ owner: 'acme', name: 'engine' });
    const installation = await simulator.install('acme');
    const { number } = await simulator.openIssue('acme/engine', { title: 'x', author: 'ana' });
    const { token } = issueToken(simulator.world.state, installation, {}, new Date());

    const comment = await fetch(`${simulator.address}/api/v3/repos/acme/engine/issues/${number}/comments`, {
      method: 'POST',
      headers: { authorization: `token ${token}` },
      body: JSON.stringify({ body: 'hello' }),
    });
    await simulator.close();

    expect([comment.status, await comment.json()]).toMatchObject([
      403,
      { message: 'Resource not accessible by integration' },
    ]);
  });
});
