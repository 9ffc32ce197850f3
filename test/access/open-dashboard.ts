import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startApp } from '../../src/app.ts';
import { readSettings } from '../../src/config/process-settings.ts';
import { eventually } from '../fakes/eventually.ts';
import { freePort } from '../servers/server-process.ts';
import { readManifest } from '../simulator/manifest.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { seedDataDir } from '../store/database-snapshot.ts';
import { type Visitor, visitor } from './visitor.ts';

const REPOSITORIES = ['engine', 'vault'];

/** The whole app with a GitHub of its own, whose two repositories it has heard of. */
export interface OpenDashboard {
  github: Simulator;
  port: number;
  /** Lines of the log. */
  logged: string[];
  visitor(): Visitor;
  /** Somebody who signed in. */
  signedIn(login: string): Promise<Visitor>;
  /** Resolves once there is something to be seen of both repositories. */
  known(seesAll: Visitor): Promise<void>;
  close(): Promise<void>;
}

export async function openDashboard(env: Record<string, string>): Promise<OpenDashboard> {
  const dataDir = await mkdtemp(join(tmpdir(), 'commscore-access-'));
  await seedDataDir(dataDir);
  const github = await startSimulator({ app: readManifest('app.yml') });
  await furnish(github);
  const port = await freePort();
  const settings = readSettings({
    ...github.environment(),
    HOST: '127.0.0.1',
    PORT: String(port),
    COMMSCORE_DATA_DIR: dataDir,
    COMMSCORE_PUBLIC_URL: `http://127.0.0.1:${port}`,
    ...env,
  });
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const app = await startApp({ ...settings, version: '1.2.3' }, log);
  github.webhookUrl = `http://127.0.0.1:${port}/api/github/webhooks`;
  return {
    github,
    port,
    logged,
    visitor: () => visitor(port),
    async signedIn(login) {
      github.oauth.person = login;
      const one = visitor(port);
      await one.signIn();
      return one;
    },
    async known(seesAll) {
      await eventually('both repositories are learnt', async () => {
        const pages = await Promise.all(REPOSITORIES.map((name) => seesAll.get(`/repositories/acme/${name}`)));
        return pages.every(({ body }) => body.includes('/learn"'));
      });
      for (const name of REPOSITORIES) await github.openIssue(`acme/${name}`, { title: 'Again', author: 'nora' });
      await eventually('something was suggested in both', async () => {
        const { body } = await seesAll.get('/api/v1/overview/suggestions.csv');
        return REPOSITORIES.every((name) => body.includes(name));
      });
    },
    async close() {
      await app.stop();
      await github.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function furnish(github: Simulator): Promise<void> {
  for (const login of ['nora', 'rita', 'tim', 'mara', 'olga']) github.addAccount({ login });
  const writers = { mara: 'write', rita: 'read', tim: 'triage' } as const;
  await github.addRepository({ owner: 'acme', name: 'engine', collaborators: writers });
  await github.addRepository({ owner: 'acme', name: 'vault', private: true, collaborators: { otto: 'admin' } });
  for (const name of REPOSITORIES) {
    const files = { 'README.md': '# Read me', '.github/commscore.yml': 'settle: 0s\n' };
    await github.push(`acme/${name}`, { author: 'mara', message: 'Say hello', files });
    await github.openIssue(`acme/${name}`, { title: `Hot entries of ${name} go first`, author: 'nora' });
  }
  await github.install('acme');
}
