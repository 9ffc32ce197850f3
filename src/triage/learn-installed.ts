import { repositoryKey } from '../domain/thread-ref.ts';
import type { GitHub } from './github-port.ts';
import type { PlaceStore } from './place-store.ts';
import type { Log, Queue } from './ports.ts';
import type { Store } from './store-port.ts';

export interface InstalledPorts {
  github: Pick<GitHub, 'installedRepositories'>;
  store: Pick<Store, 'readLearning'> & Pick<PlaceStore, 'markPresent'>;
  queue: Queue;
  log: Log;
}

/** Sees to repositories that the app was installed on while nobody listened. `startId` tells one start from another. */
export async function learnInstalled(startId: string, { github, store, queue, log }: InstalledPorts): Promise<void> {
  let added = 0;
  for await (const repository of github.installedRepositories()) {
    await store.markPresent(repository);
    if ((await store.readLearning(repository)) !== 'never') continue;
    const key = repositoryKey(repository);
    const job = { kind: 'learn' as const, id: `${startId}/${key}`, repository };
    await queue.add(job, { key: `learn ${key}`, delayMs: 0 });
    added++;
  }
  log.info({ added }, 'installed repositories looked through');
}
