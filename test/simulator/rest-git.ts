import { readCommit, readCommits, readTree, resolveRevision, type TreeEntry } from './git-read.ts';
import { HttpError, notFound } from './http-error.ts';
import { type Endpoint, type RestAnswer, type RestRequest, repositoryFor, text } from './rest-request.ts';
import type { Shape } from './shape-account.ts';
import { commitShape } from './shape-commit.ts';
import { apiOf, webOf } from './shape-repository.ts';
import type { Repository } from './state.ts';
import type { World } from './world.ts';

/** What lies in the repository: files and commits. */
export const gitEndpoints: Record<string, Endpoint> = {
  'repos/get-content': { need: 'contents:read', handle: getContent },
  'repos/get-readme': {
    need: 'contents:read',
    handle: (request) => getContent({ ...request, path: { ...request.path, path: 'README.md' } }),
  },
  'repos/list-commits': { need: 'contents:read', handle: listCommits },
  'repos/get-commit': {
    need: 'contents:read',
    handle: async (request) => {
      const repository = repositoryFor(request);
      const commit = await readCommit(repository.git, text(request, 'ref'));
      if (commit === null) throw new HttpError(422, `No commit found for SHA: ${text(request, 'ref')}`);
      return { status: 200, body: commitShape(request.world, repository, commit) };
    },
  },
  'git/get-ref': {
    need: 'contents:read',
    handle: async (request) => {
      const repository = repositoryFor(request);
      const ref = `refs/${text(request, 'ref')}`;
      const sha = await resolveRevision(repository.git, ref);
      if (sha === null) throw notFound();
      const object = { type: 'commit', sha, url: `${apiOf(request.world, repository)}/git/commits/${sha}` };
      return { status: 200, body: { ref, node_id: '', url: `${apiOf(request.world, repository)}/git/${ref}`, object } };
    },
  },
  'repos/get-branch': {
    need: 'contents:read',
    handle: async (request) => {
      const repository = repositoryFor(request);
      const commit = await readCommit(repository.git, `refs/heads/${text(request, 'branch')}`);
      if (commit === null) throw new HttpError(404, 'Branch not found');
      const body = {
        name: text(request, 'branch'),
        commit: commitShape(request.world, repository, commit),
        protected: false,
      };
      return { status: 200, body };
    },
  },
};

async function getContent(request: RestRequest): Promise<RestAnswer> {
  const { world, query, headers } = request;
  const repository = repositoryFor(request);
  const path = text(request, 'path').replace(/^\/+|\/+$/g, '');
  const ref = typeof query.ref === 'string' ? query.ref : repository.defaultBranch;
  const commit = await resolveRevision(repository.git, `${ref}^{commit}`);
  if (commit === null && query.ref !== undefined) throw new HttpError(404, `No commit found for the ref ${ref}`);
  const object = commit === null ? null : await repository.git.read(`${commit}:${path}`);
  if (object === null) throw notFound();
  const raw = /application\/vnd\.github(\.v3)?\.raw/.test(String(headers.accept ?? ''));
  if (object.type === 'tree') {
    const entries = (await readTree(repository.git, `${commit}:${path}`)) ?? [];
    return { status: 200, body: entries.map((entry) => entryShape(world, repository, path, ref, entry)) };
  }
  if (raw) return { status: 200, raw: { type: 'application/vnd.github.raw; charset=utf-8', content: object.content } };
  const entry = {
    mode: '100644',
    type: 'blob',
    oid: object.oid,
    size: object.content.length,
    path: path.split('/').at(-1) ?? path,
  };
  const folder = path.split('/').slice(0, -1).join('/');
  return {
    status: 200,
    body: {
      ...entryShape(world, repository, folder, ref, entry),
      ...(object.content.length > MOST_AS_JSON
        ? { content: '', encoding: 'none' }
        : { content: object.content.toString('base64').replace(/(.{60})/g, '$1\n'), encoding: 'base64' }),
    },
  };
}

/** The text of a larger file is given raw only. */
const MOST_AS_JSON = 1024 * 1024;

function entryShape(world: World, repository: Repository, folder: string, ref: string, entry: TreeEntry): Shape {
  const path = folder === '' ? entry.path : `${folder}/${entry.path}`;
  const escaped = path.split('/').map(encodeURIComponent).join('/');
  const url = `${apiOf(world, repository)}/contents/${escaped}?ref=${encodeURIComponent(ref)}`;
  const isFile = entry.type === 'blob';
  const git = `${apiOf(world, repository)}/git/${isFile ? 'blobs' : 'trees'}/${entry.oid}`;
  const html = `${webOf(world, repository)}/${isFile ? 'blob' : 'tree'}/${ref}/${escaped}`;
  return {
    name: entry.path,
    path,
    sha: entry.oid,
    size: entry.size ?? 0,
    url,
    html_url: html,
    git_url: git,
    download_url: isFile ? `${webOf(world, repository)}/raw/${ref}/${escaped}` : null,
    type: isFile ? 'file' : 'dir',
    _links: { self: url, git, html },
  };
}

async function listCommits(request: RestRequest): Promise<RestAnswer> {
  const { world, query } = request;
  const repository = repositoryFor(request);
  const start = await resolveRevision(repository.git, `${String(query.sha ?? repository.defaultBranch)}^{commit}`);
  if (start === null) {
    if (query.sha === undefined) throw new HttpError(409, 'Git Repository is empty.');
    throw notFound();
  }
  const filters = [
    ...(query.since === undefined ? [] : [`--since=${String(query.since)}`]),
    ...(query.until === undefined ? [] : [`--until=${String(query.until)}`]),
    ...(query.author === undefined ? [] : [`--author=${String(query.author)}`, '--fixed-strings']),
  ];
  const path = query.path === undefined ? [] : ['--', String(query.path)];
  const commits = await readCommits(repository.git, ['-2000', ...filters, start, ...path]);
  return { status: 200, list: { items: commits.map((commit) => commitShape(world, repository, commit)) } };
}
