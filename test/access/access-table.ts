/** Who sees what, as docs/security.md shows it; each cell is a test. */
export interface AccessRow {
  who: string;
  mode: 'off' | 'local' | 'github';
  /** Who signs in for it; null: nobody does. */
  login: string | null;
  /** Comes from another machine, through a proxy. */
  elsewhere?: true;
  sees: Record<Place, Cell>;
}

export const places = {
  open: '`/healthz` `/readyz` `/metrics` `/assets` API description',
  overview: 'overview',
  own: 'pages of a repository that they may write to',
  other: 'pages of one that they may not, or that is not there',
  operators: 'pages for operators: the queue, settings of the process',
  change: 'reading new history now',
} as const;

export type Place = keyof typeof places;

/** What is answered: a status, and on the overview of whose repositories it tells. */
export type Cell = 200 | 303 | 401 | 403 | 404 | 'all' | 'own' | 'none';

const nothing = (status: 401 | 403 | 404): AccessRow['sees'] => ({
  open: 200,
  overview: status,
  own: status,
  other: status,
  operators: status,
  change: status,
});
const everything: AccessRow['sees'] = {
  open: 200,
  overview: 'all',
  own: 200,
  other: 200,
  operators: 200,
  change: 303,
};
const noRepository: AccessRow['sees'] = { ...nothing(404), overview: 'none' };

export const accessTable: AccessRow[] = [
  { who: 'anybody', mode: 'off', login: null, sees: nothing(404) },
  { who: 'at this machine', mode: 'local', login: null, sees: everything },
  { who: 'anywhere else', mode: 'local', login: null, elsewhere: true, sees: nothing(403) },
  { who: 'a stranger', mode: 'github', login: null, sees: nothing(401) },
  { who: 'signed in, with a right to nothing', mode: 'github', login: 'nora', sees: noRepository },
  { who: 'signed in, may read', mode: 'github', login: 'rita', sees: noRepository },
  { who: 'signed in, may triage', mode: 'github', login: 'tim', sees: noRepository },
  {
    who: 'signed in, may write to some',
    mode: 'github',
    login: 'mara',
    sees: { open: 200, overview: 'own', own: 200, other: 404, operators: 404, change: 303 },
  },
  { who: 'an operator', mode: 'github', login: 'olga', sees: everything },
];

const words: Record<Cell, string> = {
  200: 'yes',
  303: 'yes',
  401: 'sign in (401)',
  403: 'no (403)',
  404: 'not found (404)',
  all: 'of all repositories',
  own: 'of those',
  none: 'of none',
};

/** The table of the documentation. */
export function accessMarkdown(): string {
  const head = ['`COMMSCORE_DASHBOARD`', 'who', ...Object.values(places)];
  const rows = accessTable.map(({ mode, who, sees }) => {
    const cells = (Object.keys(places) as Place[]).map((place) => words[sees[place]]);
    return [`\`${mode}\``, who, ...cells];
  });
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
