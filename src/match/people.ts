/** Everybody whom facts name. Logins are told apart as GitHub does, without regard to case. */
export interface People {
  /** Number of a spelling, which is what facts keep. */
  spelling(login: string): number;
  login(spelling: number): string;
  /** From 1; the number never says anything about the person. */
  personOf(spelling: number): number;
  /** Counts a fact that uses the spelling, or with -1 one that is gone. */
  mention(spelling: number, sign: 1 | -1): void;
  find(login: string): number | null;
  /** Lower case: the same for every spelling. */
  foldedLogin(person: number): string;
  /** The spelling that most facts use. */
  loginOf(person: number): string;
  /** Highest number given to a person. */
  highest(): number;
  /** People whom a fact names now. */
  count(): number;
}

export function createPeople(): People {
  const spellings = new Map<string, number>();
  const logins: string[] = [];
  const persons: number[] = [];
  const mentions: number[] = [];
  const byFoldedLogin = new Map<string, number>();
  /** Spellings of each person; nobody has number 0. */
  const spellingsOf: number[][] = [[]];
  const foldedLogins: string[] = [''];

  function personFor(login: string, spelling: number): number {
    const folded = login.toLowerCase();
    const known = byFoldedLogin.get(folded);
    if (known !== undefined) {
      spellingsOf[known]?.push(spelling);
      return known;
    }
    byFoldedLogin.set(folded, spellingsOf.length);
    foldedLogins.push(folded);
    return spellingsOf.push([spelling]) - 1;
  }

  function isMoreUsed(a: number, b: number): boolean {
    const more = (mentions[a] ?? 0) - (mentions[b] ?? 0);
    return more > 0 || (more === 0 && (logins[a] ?? '') < (logins[b] ?? ''));
  }

  return {
    spelling(login) {
      const known = spellings.get(login);
      if (known !== undefined) return known;
      const fresh = logins.length;
      spellings.set(login, fresh);
      logins.push(login);
      mentions.push(0);
      persons.push(personFor(login, fresh));
      return fresh;
    },
    login: (spelling) => logins[spelling] ?? '',
    personOf: (spelling) => persons[spelling] ?? 0,
    mention(spelling, sign) {
      mentions[spelling] = (mentions[spelling] ?? 0) + sign;
    },
    find: (login) => byFoldedLogin.get(login.toLowerCase()) ?? null,
    foldedLogin: (person) => foldedLogins[person] ?? '',
    loginOf(person) {
      const [first = -1, ...others] = spellingsOf[person] ?? [];
      let best = first;
      for (const spelling of others) if (isMoreUsed(spelling, best)) best = spelling;
      return logins[best] ?? '';
    },
    highest: () => spellingsOf.length - 1,
    count: () => spellingsOf.filter((all) => all.some((spelling) => (mentions[spelling] ?? 0) > 0)).length,
  };
}
