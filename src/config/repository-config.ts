import { z } from 'zod';
import { absence } from './absence.ts';
import { duration } from './duration.ts';

const probability = z.number().min(0).max(1);
const globs = z.array(z.string().max(500));
/** `@mara` and `mara` are the same person. */
const logins = z.array(z.string().transform((login) => login.replace(/^@/, '')));

const triggers = z
  .strictObject({
    issues: z.boolean().default(true).describe('Answer new issues.'),
    pulls: z.boolean().default(true).describe('Answer new pull requests.'),
    discussions: z.boolean().default(true).describe('Answer new discussions.'),
  })
  .describe('Which kinds of thread are answered.');

const discussions = z
  .strictObject({
    categories: globs.default(['*']).describe('Categories whose discussions are answered.'),
    except: globs
      .default(['Announcements', 'Polls'])
      .describe('Categories that are left alone; wins over `categories`.'),
  })
  .describe('Which discussions are answered. Who could answer is told by the rules of `assignees`.');

const labels = z
  .strictObject({
    enabled: z.boolean().default(true).describe('Whether any are suggested.'),
    allow: globs.default(['*']).describe('Labels that may be suggested.'),
    deny: globs.default(['security*', 'P0']).describe('Labels that are never suggested; wins over `allow`.'),
    max: z.int().min(0).max(10).default(3).describe('How many at most.'),
    minPrecision: probability.default(0.8).describe('Share of shown labels that must be right.'),
  })
  .describe('Suggested labels.');

const assignees = z
  .strictObject({
    enabled: z.boolean().default(true).describe('Whether any are suggested.'),
    max: z.int().min(0).max(10).default(2).describe('How many at most.'),
    minPrecision: probability.default(0.5).describe('Share of shown people that must be right.'),
    allow: logins.prefault([]).describe('Only these people; empty: everybody with access.'),
    deny: logins.prefault([]).describe('Never these people.'),
  })
  .describe('Suggested assignees of issues.');

const reviewers = z
  .strictObject({
    ...assignees.shape,
    spreadKnowledge: z
      .boolean()
      .default(true)
      .describe('Among near-equal people prefer the one by whom fewer files stay known to a single person.'),
    sweepingDirectories: z
      .int()
      .min(1)
      .max(10_000)
      .default(25)
      .describe(
        'A change in more directories than this has no experts and goes to `fallback`, as does one of lock, generated and vendored files alone.',
      ),
    fallback: logins
      .prefault([])
      .describe(
        'People or `org/team`s for such changes; empty: who owns everything by CODEOWNERS, else who reviews most.',
      ),
  })
  .describe('Suggested reviewers of pull requests.');

const related = z
  .strictObject({
    enabled: z.boolean().default(true).describe('Whether any are suggested.'),
    max: z.int().min(0).max(20).default(5).describe('How many at most.'),
    docs: globs.max(100).default(['README.md', 'docs/**']).describe('Documents of the repository to draw on.'),
    feeds: z
      .array(z.url({ protocol: /^https?$/ }).max(500))
      .max(20)
      .default([])
      .describe(
        'RSS, Atom or JSON feeds to draw on, at most 20; read about every hour, from the public internet and ports 80 and 443 only. Of their articles those count that lie on the host of the feed or of the home page that it names.',
      ),
  })
  .describe('Related threads, documents and articles.');

const people = z
  .strictObject({
    exclude: logins.prefault([]).describe('Never suggested for anything.'),
    capacity: z.int().min(0).max(1000).default(5).describe('Open issues and pulls one person may hold.'),
    inactiveAfter: duration.prefault('180d').describe('Without an act for so long, not suggested.'),
    away: z
      .array(absence)
      .prefault([])
      .describe('Not suggested for now: `mara`, or `mara until 2026-12-24` (that day included, UTC).'),
  })
  .describe('Who may be suggested.');

const community = z
  .strictObject({
    digest: z.enum(['weekly', 'monthly', 'off']).default('weekly').describe('How often a digest is written.'),
    digestTo: z.enum(['issue', 'discussion']).default('issue').describe('Where the digest is written.'),
    stalledAfter: duration.prefault('14d').describe('Silence after which open work counts as stalled.'),
    rankings: z.boolean().default(false).describe('Whether people are ranked in the digest.'),
  })
  .describe('What is measured and told of the community.');

const partners = z
  .strictObject({
    domains: z
      .record(z.string(), z.string())
      .default({})
      .describe('E-mail domain to organisation, such as `example.com: Example Inc`.'),
  })
  .describe('Organisations that contribute.');

const inference = z
  .strictObject({
    provider: z
      .enum(['embedded', 'huggingface'])
      .default('embedded')
      .describe(
        '`embedded`: no text leaves the process, of public and private repositories alike. `huggingface`: titles and texts of threads and documents go to the model that the operator has set up; without one it is as `embedded`.',
      ),
  })
  .describe('Whether text leaves this machine.');

const acceptance = z
  .strictObject({
    floor: probability
      .default(0.3)
      .describe(
        'Share of the suggestions that people decided on which they have to accept: a kind, or a single label, that surely (95 %) stays below goes silent until it would be accepted again; `0`: never.',
      ),
    heeded: probability
      .default(0.05)
      .describe('Share of all suggestions which people have to decide on at all, likewise; `0`: never.'),
    ignoredAfter: duration
      .prefault('14d')
      .describe('After so long without anybody acting on it a suggestion counts as ignored.'),
  })
  .describe('When suggestions that people do not follow go silent.');

/** `.github/commscore.yml`: strict, every key defaulted and described. Durations are read as milliseconds. */
export const repositoryConfig = z.strictObject({
  mode: z
    .enum(['suggest', 'shadow', 'auto'])
    .default('suggest')
    .describe(
      '`suggest`: suggestions only; `shadow`: nothing is written to GitHub; `auto`: also applies what is sure enough.',
    ),
  language: z.enum(['en', 'zh-CN']).default('en').describe('Language of the comment.'),
  output: z
    .enum(['comment', 'native'])
    .default('comment')
    .describe(
      '`comment`: everything in the one comment; `native` (preview): labels and assignees of issues go into the suggestion fields of GitHub itself, where it takes them, and the comment holds the rest.',
    ),
  settle: duration.prefault('2m').describe('Wait before the first comment, then re-read the thread.'),
  mention: z.boolean().default(false).describe('Write people as live @mentions.'),
  triggers: triggers.prefault({}),
  discussions: discussions.prefault({}),
  labels: labels.prefault({}),
  assignees: assignees.prefault({}),
  reviewers: reviewers.prefault({}),
  related: related.prefault({}),
  people: people.prefault({}),
  acceptance: acceptance.prefault({}),
  community: community.prefault({}),
  partners: partners.prefault({}),
  inference: inference.prefault({}),
});

export type RepositoryConfig = z.output<typeof repositoryConfig>;

/** What is in force, and what is wrong with the newest file where it is not the one in force. */
export interface ConfigReading {
  config: RepositoryConfig;
  problems: ConfigProblem[];
}

export interface ConfigProblem {
  /** Which file, such as `acme/.github:.github/commscore.yml`. */
  file: string;
  /** First line is 1; null where the file as a whole is meant. */
  line: number | null;
  message: string;
}

export const defaultConfig: RepositoryConfig = repositoryConfig.parse({});
