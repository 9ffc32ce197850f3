import type { MeasuredInput } from '../community/measured-input.ts';
import type { MeasuredParts } from '../community/measured-parts.ts';
import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import type { Steps } from '../match/steps.ts';
import type { Job } from './job.ts';
import { learnProfiles } from './learn-profiles.ts';
import type { MeasurePorts } from './measure-ports.ts';
import { atEase, readMeasuredInput } from './measured-input.ts';
import { type Generators, type MadePart, madeParts, measuredParts } from './measured-parts.ts';

/** Measures all parts of a repository and keeps them; a part that cannot be made stays as it was. */
export async function measure(
  { repository: ref }: Extract<Job, { kind: 'measure' }>,
  ports: MeasurePorts,
  generators: Generators = measuredParts,
): Promise<void> {
  const { store, clock, log } = ports;
  const repository = repositoryKey(ref);
  if (await isHalfRead(ref, ports)) {
    log.info({ repository }, 'not measured, its history is being read');
    return;
  }
  const begun = await store.beginMeasuring(ref);
  if (begun === null) return;
  const now = clock();
  const input = await readMeasuredInput(ref, now, ports);
  const failed: string[] = [];
  for (const part of madeParts) {
    if (!(await makePart(part, { ref, at: now.toISOString(), begun, input, generators }, ports))) failed.push(part);
  }
  await learnProfiles(ref, input, ports);
  log.info({ repository, failed, ms: clock().getTime() - now.getTime() }, 'measured');
}

/** What is half read would be told for the whole; a later reading only adds to what is known. */
async function isHalfRead(ref: RepositoryRef, { store }: MeasurePorts): Promise<boolean> {
  const learning = await store.readLearning(ref);
  if (learning === 'learnt' || learning === 'failed') return false;
  return !(await isMeasured(ref, store));
}

export async function isMeasured(
  ref: RepositoryRef,
  store: Pick<MeasurePorts['store'], 'measuredAt'>,
): Promise<boolean> {
  for (const part of madeParts) if ((await store.measuredAt(ref, part)) !== null) return true;
  return false;
}

interface Measuring {
  ref: RepositoryRef;
  at: string;
  begun: number;
  input: MeasuredInput;
  generators: Generators;
}

/** False where it cannot be made: the others are, and the operator is told. */
async function makePart<Name extends MadePart>(
  part: Name,
  { ref, at, begun, input, generators }: Measuring,
  { store, log }: MeasurePorts,
): Promise<boolean> {
  let body: MeasuredParts[Name];
  try {
    const steps: Steps<MeasuredParts[Name]> = generators[part](input);
    body = await atEase(steps);
  } catch (error) {
    log.error({ err: error, repository: repositoryKey(ref), part }, 'a part could not be measured');
    return false;
  }
  await store.saveMeasurement(ref, part, { at, body, begun });
  return true;
}
