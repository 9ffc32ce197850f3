/** Keys (names, addresses) that were met together and so stand for one person. */
export interface PersonGroups {
  /** `name`: how the person is called where no login gets known; the first one given stays. */
  join(keys: string[], name: string, login: string | null): void;
  find(key: string): PersonGroup | null;
}

export interface PersonGroup {
  firstName: string;
  /** More than one where joining went too far: a shared name or address. */
  logins: ReadonlySet<string>;
  /** Logins met together with this very key. */
  ownLogins: ReadonlySet<string>;
}

interface Group {
  joinedTo: Group | null;
  order: number;
  firstName: string;
  logins: Set<string>;
}

interface Entry {
  group: Group;
  ownLogins: Set<string>;
}

export function personGroups(): PersonGroups {
  const entries = new Map<string, Entry>();

  function entryOf(key: string, name: string): Entry {
    const known = entries.get(key);
    if (known !== undefined) return known;
    const group = { joinedTo: null, order: entries.size, firstName: name, logins: new Set<string>() };
    const entry = { group, ownLogins: new Set<string>() };
    entries.set(key, entry);
    return entry;
  }

  function join(keys: string[], name: string, login: string | null): void {
    let joined: Group | null = null;
    for (const key of keys) {
      const entry = entryOf(key, name);
      joined = joined === null ? endOf(entry.group) : joinTwo(joined, endOf(entry.group));
      if (login === null) continue;
      entry.ownLogins.add(login);
      joined.logins.add(login);
    }
  }

  function find(key: string): PersonGroup | null {
    const entry = entries.get(key);
    if (entry === undefined) return null;
    const { firstName, logins } = endOf(entry.group);
    return { firstName, logins, ownLogins: entry.ownLogins };
  }

  return { join, find };
}

function endOf(group: Group): Group {
  let end = group;
  while (end.joinedTo !== null) end = end.joinedTo;
  return end;
}

/** The older one stays. */
function joinTwo(a: Group, b: Group): Group {
  if (a === b) return a;
  const [stays, goes] = a.order < b.order ? [a, b] : [b, a];
  goes.joinedTo = stays;
  for (const login of goes.logins) stays.logins.add(login);
  return stays;
}
