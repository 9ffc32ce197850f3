import { GraphQLError } from 'graphql';

export interface PageArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
}

/** What a list is ordered by; a cursor holds key and id, so that it survives changes of the list. */
export interface Place {
  key: string | number;
  id: number;
}

export interface ListOptions<T> {
  name: string;
  place: (item: T) => Place;
  descending?: boolean;
}

const largestPage = 100;

/** One page of the items in GitHub's connection form. */
export function connection<T>(items: T[], given: PageArguments, options: ListOptions<T>) {
  checkBoundaries(given, options.name);
  const sign = options.descending === true ? -1 : 1;
  const ordered = items.toSorted((a, b) => sign * compare(options.place(a), options.place(b)));
  const beyond = (item: T, cursor: string): number => sign * compare(options.place(item), decode(cursor));
  const { after, before } = given;
  const inside = ordered.filter(
    (item) => (after == null || beyond(item, after) > 0) && (before == null || beyond(item, before) < 0),
  );
  const page = given.first == null ? inside.slice(-(given.last ?? 0)) : inside.slice(0, given.first);
  const start = page[0] === undefined ? 0 : ordered.indexOf(page[0]);
  const cursors = page.map((item) => encode(options.place(item)));
  return {
    totalCount: items.length,
    nodes: page,
    edges: page.map((node, i) => ({ cursor: cursors[i], node })),
    pageInfo: {
      hasNextPage: page.length > 0 && start + page.length < ordered.length,
      hasPreviousPage: page.length > 0 && start > 0,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
  };
}

function checkBoundaries({ first, last }: PageArguments, name: string): void {
  const wanted = first ?? last;
  if (wanted == null) {
    throw new GraphQLError(
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
      {
        extensions: { type: 'MISSING_PAGINATION_BOUNDARIES', violation: true },
      },
    );
  }
  if (wanted > largestPage || wanted < 0) {
    const message = `Requesting ${wanted} records on the \`${name}\` connection exceeds the \`first\` limit of ${largestPage} records.`;
    throw new GraphQLError(message, { extensions: { type: 'EXCESSIVE_PAGINATION', violation: true } });
  }
}

function compare(a: Place, b: Place): number {
  if (a.key === b.key) return a.id - b.id;
  return a.key < b.key ? -1 : 1;
}

function encode({ key, id }: Place): string {
  return Buffer.from(`cursor:${JSON.stringify([key, id])}`).toString('base64');
}

function decode(cursor: string): Place {
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64').toString().replace('cursor:', '')) as [
      string | number,
      number,
    ];
    return { key, id };
  } catch {
    throw new GraphQLError(`\`${cursor}\` does not appear to be a valid cursor.`, {
      extensions: { type: 'INVALID_CURSOR_ARGUMENTS', violation: true },
    });
  }
}

export function byId({ id }: { id: number }): Place {
  return { key: id, id };
}

/** In the order they come. */
export function inOrder<T>(items: T[], given: PageArguments, name: string): object {
  const places = new Map(items.map((item, id) => [item, id]));
  return connection(items, given, { name, place: (item) => byId({ id: places.get(item) ?? 0 }) });
}
