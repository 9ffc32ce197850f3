import type { RepositoryName, RepositoryRef } from '../domain/thread-ref.ts';

/** What is kept of places and people beside facts: what they are called now, whether they are there, who is left out. */
export interface PlaceStore {
  /** As the repository is called now, whatever it was called before; null where it was removed. */
  presentName(ref: RepositoryRef): Promise<RepositoryRef | null>;
  /** GitHub itself says that there is a repository of this name that the app may see, whatever was there before. */
  markPresent(ref: RepositoryRef): Promise<void>;
  /** From now on nothing is learnt under this name. */
  markGone(name: RepositoryName): Promise<void>;
  /** All that is known under the former name goes on under the new one. */
  renameRepository(ref: RepositoryRef, formerly: RepositoryName): Promise<void>;
  /** The same for all of an account; gives its repositories under their new names. */
  renameOwner(installationId: number, owner: string, formerly: string): Promise<RepositoryRef[]>;
  isSuspended(installationId: number): Promise<boolean>;
  suspend(installationId: number): Promise<void>;
  resume(installationId: number): Promise<void>;
  /** Every repository of the installation that is known. */
  repositoriesOfInstallation(installationId: number): Promise<RepositoryRef[]>;
  /** Every repository of the owner that is known. */
  repositoriesOf(owner: string): Promise<RepositoryRef[]>;
  /** In all threads that carry the label; `to` null: none carries it any more. Tells how many changed. */
  relabelThreads(ref: RepositoryRef, from: string, to: string | null): Promise<number>;
  /** From now on nothing is learnt of the person in any repository of the owner. */
  leaveOut(owner: string, login: string): Promise<void>;
  /** What was learnt and said of the person in the repository goes; tells how many facts changed. */
  forgetPersonIn(ref: RepositoryRef, login: string): Promise<number>;
  /** What commands and their answers tell of the person. */
  forgetInCommands(owner: string, login: string): Promise<void>;
}
