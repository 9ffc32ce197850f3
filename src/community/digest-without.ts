import type { Digest } from './digest.ts';

/** What happened stays, without the names of some. */
export function digestWithout(digest: Digest, leftOut: (login: string) => boolean): Digest {
  const { newcomers, waits, ranking } = digest;
  return {
    ...digest,
    newcomers: newcomers.filter(({ login }) => !leftOut(login)),
    waits: waits && {
      ...waits,
      threads: waits.threads.map((one) => ({ ...one, reviewers: one.reviewers.filter((login) => !leftOut(login)) })),
    },
    ranking: ranking?.filter(({ login }) => !leftOut(login)) ?? null,
  };
}
