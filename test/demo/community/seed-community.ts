import { changesOfCommits } from '../../simulator/git-read.ts';
import { type NewCommit, writeCommits } from '../../simulator/git-write.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { areas } from './areas.ts';
import { communityDeliveries } from './community-deliveries.ts';
import type { SeededRepository } from './demo-delivery.ts';
import { type History, makeHistory } from './history.ts';
import { areaLabels, commonLabels, type PlannedThread, planThreads } from './past-threads.ts';
import { bots, emailOf, members, visitors } from './people.ts';
import { putThread } from './put-threads.ts';
import { seededChance } from './seeded-random.ts';

const owner = 'lumen-labs';
const name = 'lumen';

/**
 * A made-up organisation with eighteen months of made-up history, ending now; the app is installed on it.
 * The same for the same `now`.
 */
export async function seedCommunity(simulator: Simulator, now: Date = new Date()): Promise<SeededRepository> {
  const { world } = simulator;
  simulator.addAccount({ login: owner, type: 'Organization', name: 'Lumen Labs' });
  for (const { login, name: called } of members) {
    simulator.addAccount({ login, name: called, company: 'Lumen Labs', emails: [emailOf(login)] });
  }
  for (const login of visitors) simulator.addAccount({ login });
  for (const login of bots) simulator.addAccount({ login, type: 'Bot' });
  const history = makeHistory(now);
  const repository = await simulator.addRepository({
    owner,
    name,
    description: 'Serves large language models on the hardware you have (made up for a demonstration)',
    language: 'Python',
    labels: [...commonLabels, ...areaLabels(Object.values(areas).map(({ label }) => label)), 'documentation'],
    categories: [{ name: 'Q&A', answerable: true }, { name: 'Ideas' }, { name: 'Show and tell' }],
    collaborators: Object.fromEntries(members.map(({ login, permission }) => [login, permission])),
  });
  const chance = seededChance(7_041_776);
  const planned = planThreads(chance, history.pulls);
  const commits = withNumbers(history, planned);
  const shas = await writeCommits(repository.git, commits);
  const into = { world, repository, chance, now, shas, numbers: new Map<string, number>() };
  const changes = await changesOfCommits(repository.git, 'main');
  for (const thread of planned) {
    const made = putThread(into, thread);
    if (made.kind === 'pull') made.size = { commits: 1, files: changes.get(made.head.sha) ?? [] };
  }
  repository.pushedAt = commits.at(-1)?.time ?? repository.pushedAt;
  await simulator.install(owner);
  return {
    repository: `${owner}/${name}`,
    people: members.length,
    commits: commits.length,
    threads: planned.length,
    deliveries: communityDeliveries(`${owner}/${name}`),
  };
}

/** Squashed commits name their pull request, whose number follows from the order of all threads. */
function withNumbers({ commits, pulls }: History, planned: PlannedThread[]): NewCommit[] {
  const numbers = new Map<object, number>(
    planned.map((thread, i) => [thread.kind === 'pull' ? thread.pull : thread, i + 1]),
  );
  return commits.map((commit) => ({
    ...commit,
    message: commit.message.replace(/#PULL-(\d+)/, (_, index) => {
      const pull = pulls[Number(index)];
      return `#${pull === undefined ? 0 : numbers.get(pull)}`;
    }),
  }));
}
