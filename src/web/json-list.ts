/** The list in a page's data that its JSON gives part by part, as GitHub's API does. */
export interface JsonList<T> {
  size(data: T): number;
  /** The same data with no more of the list than this. */
  part(data: T, from: number, to: number): T;
}

/** Which part of a list, and of how long a one. */
export interface ListPage {
  /** From 1. */
  page: number;
  perPage: number;
  total: number;
}

const PER_PAGE = 30;
const MOST_PER_PAGE = 100;

/** What the address asks for by `page` and `per_page`; what is no number from 1 on counts as if it were not there. */
export function askedPage(query: URLSearchParams, total: number): ListPage {
  const asked = (name: string, otherwise: number) => {
    const value = Number(query.get(name) ?? otherwise);
    return Number.isSafeInteger(value) && value >= 1 ? value : otherwise;
  };
  return { page: asked('page', 1), perPage: Math.min(asked('per_page', PER_PAGE), MOST_PER_PAGE), total };
}

export function partAsked<T>(data: T, { part }: JsonList<T>, { page, perPage }: ListPage): T {
  return part(data, (page - 1) * perPage, page * perPage);
}

/** Where the other parts are, for programs that follow links (RFC 8288), and how long the whole list is. */
export function listHeaders({ page, perPage, total }: ListPage, path: string): Record<string, string> {
  const last = Math.max(1, Math.ceil(total / perPage));
  const link = (to: number, rel: string) => `<${path}?page=${to}&per_page=${perPage}>; rel="${rel}"`;
  const back = page > 1 ? [link(Math.min(page - 1, last), 'prev'), link(1, 'first')] : [];
  const on = page < last ? [link(page + 1, 'next'), link(last, 'last')] : [];
  const links = [...back, ...on];
  return { 'x-total-count': String(total), ...(links.length > 0 && { link: links.join(', ') }) };
}

/** The same, as OpenAPI has it. */
export const listParameters = [
  {
    ...{ name: 'page', in: 'query', description: 'Which part of the list.' },
    schema: { type: 'integer', minimum: 1, default: 1 },
  },
  {
    ...{ name: 'per_page', in: 'query', description: 'How many of the list at once.' },
    schema: { type: 'integer', minimum: 1, maximum: MOST_PER_PAGE, default: PER_PAGE },
  },
];

export const listHeaderDescriptions = {
  Link: { description: 'Where the first, previous, next and last part are (RFC 8288).', schema: { type: 'string' } },
  'X-Total-Count': { description: 'How many the whole list has.', schema: { type: 'integer', minimum: 0 } },
};
