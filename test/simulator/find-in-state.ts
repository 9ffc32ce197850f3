import type { Account, Installation, Permission, Repository, State } from './state.ts';

export function findAccount(state: State, login: string): Account | undefined {
  const wanted = login.toLowerCase();
  return state.accounts.find((account) => account.login.toLowerCase() === wanted);
}

export function findRepository(state: State, owner: string, name: string): Repository | undefined {
  const wanted = `${owner}/${name}`.toLowerCase();
  const found = state.repositories.find((repository) => fullName(repository).toLowerCase() === wanted);
  return found ?? state.formerNames.get(wanted);
}

export function fullName(repository: Repository): string {
  return `${repository.owner.login}/${repository.name}`;
}

export function installationOf(state: State, repository: Repository): Installation | undefined {
  return state.installations.find((installation) => reaches(installation, repository));
}

export function reaches(installation: Installation, repository: Repository): boolean {
  if (installation.suspendedAt !== null) return false;
  if (installation.selection === 'all') return installation.account === repository.owner;
  return installation.repositories.has(repository);
}

export function repositoriesOf(state: State, installation: Installation): Repository[] {
  return state.repositories.filter((repository) => reaches(installation, repository));
}

export function permissionOf(repository: Repository, account: Account | null): Permission {
  if (account === null) return 'none';
  if (account === repository.owner) return 'admin';
  return repository.collaborators.get(account) ?? (repository.private ? 'none' : 'read');
}

export function assignable(repository: Repository): Account[] {
  const able = [...repository.collaborators].filter(([, permission]) => permission !== 'none' && permission !== 'read');
  const people = able.map(([account]) => account);
  if (repository.owner.type === 'User') people.push(repository.owner);
  return [...new Set(people)].toSorted((a, b) => a.login.localeCompare(b.login));
}
