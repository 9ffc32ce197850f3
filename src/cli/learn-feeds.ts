import type { FeedProblem } from '../domain/feed.ts';
import { createFeedReader, type FeedReader } from '../feeds/feed-reader.ts';
import type { RepositoryModel } from '../match/repository-model.ts';
import { CommandError } from './fail.ts';

const USER_AGENT = 'CommScore (feed reader of the command line)';

/** Learns what the feeds say now. @throws CommandError where one cannot be read. */
export async function learnFeeds(
  model: Pick<RepositoryModel, 'learn'>,
  urls: readonly string[],
  reader: FeedReader = createFeedReader({ userAgent: USER_AGENT }),
): Promise<void> {
  for (const url of urls) {
    const reading = await reader.read(url, { etag: null, lastModified: null });
    if (reading.kind === 'failed') {
      throw new CommandError(`--feed ${url} cannot be read: ${problemInWords(reading.problem)}`);
    }
    if (reading.kind === 'read') for (const { fact } of reading.articles) model.learn(fact);
  }
}

function problemInWords(problem: FeedProblem): string {
  switch (problem.kind) {
    case 'gone':
      return 'its server says that it is gone for good';
    case 'status':
      return `its server answers with status ${problem.status}`;
    case 'address':
      return `it leads to an address that is not asked (${problem.because})`;
    case 'too-many-redirects':
      return 'it leads on and on; give the address where it ends';
    case 'too-large':
      return 'it is too large or too nested; give a feed of fewer articles';
    case 'too-slow':
      return 'its server takes too long; try again later';
    case 'unreachable':
      return `its server cannot be reached (${problem.code})`;
    case 'not-a-feed':
      return 'it is neither RSS, Atom nor JSON Feed';
  }
}
