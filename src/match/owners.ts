import type { Codeowners, OwnerRule } from './codeowners.ts';

/** One who owns files that are asked about. */
export interface Owner {
  login: string;
  /** Of the files, 0..1. */
  share: number;
  /** The rule of the first of them. */
  rule: OwnerRule;
}

/** People who own any of the files, by folded login; teams and e-mail addresses name no single person. */
export function ownersOf(paths: string[], codeowners: Codeowners): Map<string, Owner> {
  const owners = new Map<string, Owner>();
  for (const path of paths) {
    const rule = codeowners(path);
    if (rule === null) continue;
    for (const name of new Set(rule.owners.map((owner) => owner.toLowerCase()))) {
      if (!name.startsWith('@') || name.includes('/')) continue;
      const login = (rule.owners.find((owner) => owner.toLowerCase() === name) ?? name).slice(1);
      const owner = owners.get(name.slice(1)) ?? { login, share: 0, rule };
      owner.share += 1 / paths.length;
      owners.set(name.slice(1), owner);
    }
  }
  return owners;
}
