import { pages } from '../../src/web/pages.ts';

/** A page of the dashboard as a browser asks for it. */
export interface PageAddress {
  name: string;
  path: string;
}

/**
 * Every page in the list of pages, so that a page is tested as soon as it is there. One of many things, such as of a
 * person, is the first of them that another page leads to.
 */
export async function pageAddresses(read: (path: string) => Promise<string>): Promise<PageAddress[]> {
  const named = pages.map(({ name, path }) => ({
    name,
    path: path.replace(':owner', 'acme').replace(':repo', 'app'),
  }));
  const plain = named.filter(({ path }) => !path.includes(':'));
  const bodies = await Promise.all(plain.map(({ path }) => read(path)));
  const links = bodies.flatMap((body) => [...body.matchAll(/href="([^"?#]*)/g)].map(([, link = '']) => link));
  const rest = named.filter(({ path }) => path.includes(':'));
  return [...plain, ...rest.map(({ name, path }) => ({ name, path: firstOf(path, links) }))];
}

function firstOf(template: string, links: string[]): string {
  const segments = template.split('/');
  const fits = (link: string) => {
    const given = link.split('/');
    return given.length === segments.length && segments.every((part, i) => part.startsWith(':') || part === given[i]);
  };
  const found = links.find(fits);
  if (found === undefined) throw new Error(`no page leads to ${template}`);
  return found;
}
