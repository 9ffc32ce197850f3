import type { ProbotOctokit } from 'probot';
import { z } from 'zod';
import { isGone } from './github-error.ts';
import type { Graphql } from './graphql.ts';
import { RATE_LIMIT } from './limit-answer.ts';
import { askPartly } from './partial-answer.ts';

/** What somebody says of themselves to everybody. */
export interface Profile {
  login: string;
  company: string | null;
  /** Logins of the organisations that they publicly say to belong to; empty where that was not asked. */
  memberOf: string[];
}

export interface WantedProfile {
  login: string;
  /** Whether memberships are asked for where no company is named: one request more. */
  memberships: boolean;
}

const PEOPLE_PER_REQUEST = 50;
const LOGIN = /^[a-z\d](?:[a-z\d-]{0,38})$/i;

/** Profiles of those who are users of GitHub; of others, such as who is known by the name in git alone, there is none. */
export async function readProfiles(octokit: ProbotOctokit, wanted: readonly WantedProfile[]): Promise<Profile[]> {
  const users = wanted.filter(({ login }) => LOGIN.test(login));
  const found: Profile[] = [];
  for (let at = 0; at < users.length; at += PEOPLE_PER_REQUEST) {
    const some = users.slice(at, at + PEOPLE_PER_REQUEST);
    const companies = await askCompanies(
      octokit,
      some.map(({ login }) => login),
    );
    for (const [n, { login, memberships }] of some.entries()) {
      const { company, exists } = companies[n] ?? { company: null, exists: false };
      const asks = exists && memberships && (company ?? '').trim() === '';
      found.push({ login, company, memberOf: asks ? await readMemberships(octokit, login) : [] });
    }
  }
  return found;
}

export function companiesQuery(count: number): string {
  const numbers = Array.from({ length: count }, (_, n) => n);
  const variables = numbers.map((n) => `$login${n}: String!`).join(', ');
  const users = numbers.map((n) => `user${n}: user(login: $login${n}) { company }`).join('\n');
  return `query (${variables}) { ${users} ${RATE_LIMIT} }`;
}

const answer = z.record(z.string(), z.object({ company: z.string().nullish() }).nullish());

async function askCompanies(
  octokit: Graphql,
  logins: string[],
): Promise<{ company: string | null; exists: boolean }[]> {
  const variables = Object.fromEntries(logins.map((login, n) => [`login${n}`, login]));
  const isNobody = ({ type, path }: { type: string; path: string[] }) => type === 'NOT_FOUND' && path.length === 1;
  const users = answer.parse(await askPartly(octokit, companiesQuery(logins.length), variables, isNobody));
  return logins.map((_, n) => {
    const user = users[`user${n}`] ?? null;
    return { company: user?.company ?? null, exists: user !== null };
  });
}

/** REST gives the public ones alone, whatever else the app may see; GraphQL would not. */
async function readMemberships(octokit: ProbotOctokit, username: string): Promise<string[]> {
  try {
    const { data } = await octokit.rest.orgs.listForUser({ username, per_page: 10 });
    return data.map(({ login }) => login);
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}
