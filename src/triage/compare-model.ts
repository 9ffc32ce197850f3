import { defaultConfig } from '../config/repository-config.ts';
import type { ComparedAnswers, ModelComparison } from '../domain/model-comparison.ts';
import type { Task } from '../domain/task.ts';
import type { AskedQuestion, GivenAnswer } from './asked-question.ts';
import { labelsReport } from './labels-report.ts';
import { scoreQuestions } from './score-questions.ts';
import type { ScoredLabel } from './text-model-ports.ts';
import { textToEmbed } from './text-to-embed.ts';

export interface AskedText {
  question: AskedQuestion;
  task: Task;
}

export interface ComparedModel {
  name: string;
  /** How many questions at a time. */
  atOnce: number;
  /** null: no answer now. */
  rate(text: string): Promise<ScoredLabel[] | null>;
  /** Why there was no answer, as far as that is known. */
  because(): string;
  progress?: (done: number, total: number) => void;
}

/** Asks a model for the labels of questions that were answered before, and scores both on those that it answers. */
export async function compareModel(asked: readonly AskedText[], model: ComparedModel): Promise<ModelComparison> {
  const known = knownNames(asked.map(({ question }) => question));
  const embedded: AskedQuestion[] = [];
  const byModel: AskedQuestion[] = [];
  const strange = new Set<string>();
  for (let start = 0; start < asked.length; start += model.atOnce) {
    const some = asked.slice(start, start + model.atOnce);
    const answers = await Promise.all(some.map(({ task }) => model.rate(textToEmbed(task))));
    for (const [at, { question }] of some.entries()) {
      const labels = answers[at] ?? null;
      if (labels === null) continue;
      embedded.push(question);
      byModel.push({ ...question, given: labels.map((label) => inWordsOf(known, label)) });
      for (const { label } of labels) if (!known.has(label.toLowerCase())) strange.add(label);
    }
    model.progress?.(start + some.length, asked.length);
  }
  return {
    ...comparisonOf(model.name, embedded, byModel),
    asked: asked.length,
    problem: byModel.length < asked.length ? { kind: 'no-answer', because: model.because() } : null,
    strangeLabels: [...strange].toSorted().slice(0, 5),
  };
}

/** What there is to tell where no server is configured. */
export function notConfigured(name: string): ModelComparison {
  return { ...comparisonOf(name, [], []), problem: { kind: 'not-configured' } };
}

function comparisonOf(name: string, embedded: AskedQuestion[], byModel: AskedQuestion[]): ModelComparison {
  return {
    model: name,
    asked: 0,
    answered: byModel.length,
    problem: null,
    strangeLabels: [],
    byModel: scored(byModel),
    embedded: scored(embedded),
  };
}

function scored(questions: AskedQuestion[]): ComparedAnswers {
  return { scores: scoreQuestions(questions, 'model'), labels: labelsReport(questions, defaultConfig.labels) };
}

/** By name in small letters, which is how GitHub tells labels apart. */
function knownNames(questions: readonly AskedQuestion[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { right, given } of questions) {
    for (const name of [...right, ...given.map((answer) => answer.name)]) names.set(name.toLowerCase(), name);
  }
  return names;
}

function inWordsOf(known: ReadonlyMap<string, string>, { label, score }: ScoredLabel): GivenAnswer {
  return { name: known.get(label.toLowerCase()) ?? label, probability: score };
}
