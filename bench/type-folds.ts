import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createLabelModel } from '../src/match/label-model.ts';
import { createTypeModel, shippedTypes, type TypeModel } from '../src/match/thread-type.ts';
import { type ClassifiedQuestion, classificationReport } from '../src/triage/classification-report.ts';
import { createPackHistory } from '../src/triage/told-history.ts';
import { packLines } from './pack-lines.ts';
import { seededRandom } from './seeded-random.ts';
import { trainTypes } from './train-types.ts';
import { type TypeExample, typeExamples } from './type-examples.ts';

const REPOSITORIES = ['bitcoin', 'opencv', 'react', 'tensorflow', 'vscode'];
const FOLDS = 5;
const SEED = 20_240;
const MOST_LABELS = 10;

interface Issue {
  id: string;
  time: string;
  title: string;
  body: string;
  labels: string[];
}

interface Repository {
  taught: Issue[];
  /** The development cut: what the pack asks for, labels told. */
  asked: Issue[];
}

/**
 * F1 of bug, feature and question: of the development cut, and of all issues, each asked of a model of four fifths
 * without it. The shipped type model learnt from what a pack tells, so for the folds one is trained on the others' only.
 */
export async function benchTypeFolds(print: (line: string) => void): Promise<void> {
  const folder = process.env.COMMSCORE_PACKS ?? '../shared/packs';
  const all: { cut: number; folds: number }[] = [];
  let examples: TypeExample[] | null = null;
  print('  repository    issues   cut, macro-F1   five folds, macro-F1   accuracy   of each label');
  for (const name of REPOSITORIES) {
    const pack = `labels-nlbse24-dev-${name}`;
    const repository = await readRepository(join(folder, `${pack}.jsonl.gz`));
    if (repository === null) {
      print(`  ${name}: skipped, the pack is not there`);
      continue;
    }
    const { taught, asked } = repository;
    const issues = shuffled([...taught, ...asked]);
    examples ??= await typeExamples(folder);
    const types = typesWithout(pack, examples);
    const cut = classificationReport(answersOf(taught, asked, shippedTypes));
    const folds = classificationReport(
      Array.from({ length: FOLDS }, (_, fold) => answersOfFold(issues, fold, types)).flat(),
    );
    all.push({ cut: cut.macro.f1, folds: folds.macro.f1 });
    const each = folds.labels.map((label) => `${label.name} ${label.f1.toFixed(3)}`).toSorted();
    const figures = [cut.macro.f1.toFixed(3).padStart(14), folds.macro.f1.toFixed(3).padStart(23)];
    const accuracy = folds.micro.recall.toFixed(3).padStart(11);
    print(
      `  ${name.padEnd(12)} ${String(issues.length).padStart(7)} ${figures.join('')}${accuracy}   ${each.join(', ')}`,
    );
  }
  if (all.length === 0) return;
  const mean = (of: 'cut' | 'folds') => all.reduce((sum, one) => sum + one[of], 0) / all.length;
  print(`  mean of ${all.length}: development cut ${mean('cut').toFixed(3)}, five folds ${mean('folds').toFixed(3)}`);
}

function typesWithout(pack: string, examples: readonly TypeExample[]): TypeModel {
  const { weights, scale } = trainTypes(examples.filter((example) => example.pack !== pack));
  return createTypeModel(weights, scale);
}

function answersOfFold(issues: readonly Issue[], fold: number, types: TypeModel): ClassifiedQuestion[] {
  const isAsked = (at: number) => at % FOLDS === fold;
  return answersOf(
    issues.filter((_, at) => !isAsked(at)),
    issues.filter((_, at) => isAsked(at)),
    types,
  );
}

/** For each issue the likeliest label, by a model that learnt only the others. */
function answersOf(taught: readonly Issue[], asked: readonly Issue[], types: TypeModel): ClassifiedQuestion[] {
  const model = createLabelModel(types);
  for (const issue of taught) model.set({ ...issue, time: Date.parse(issue.time) });
  const at = Math.max(...[...taught, ...asked].map(({ time }) => Date.parse(time)));
  return asked.map(({ title, body, labels }) => {
    const given = model.rank({ title, body }, { at, k: MOST_LABELS });
    return { right: new Set(labels), decided: new Set(given.slice(0, 1).map(({ name }) => name)), given };
  });
}

function shuffled<T>(list: readonly T[]): T[] {
  const random = seededRandom(SEED);
  return list
    .map((item) => ({ item, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** null where the file is not there. */
async function readRepository(file: string): Promise<Repository | null> {
  if (!existsSync(file)) return null;
  const reading = createPackHistory();
  for await (const line of packLines(file)) reading.read(line);
  const { facts, questions } = reading.history();
  return {
    taught: facts.flatMap(({ last }) => (last.kind === 'thread' ? [last] : [])),
    asked: questions.map(({ id, time, task: { title, body }, labels }) => ({ id, time, title, body, labels })),
  };
}
