import { describe, expect, it } from '@jest/globals';
import { createContentIndex } from '../../src/match/content-index.ts';
import { withoutTemplateLines } from '../../src/match/template-lines.ts';
import { hashTerm } from '../../src/text/hash-term.ts';

function statistics(frequencies: Record<string, number>, count = 100) {
  const byHash = new Map(Object.entries(frequencies).map(([key, frequency]) => [hashTerm(key), frequency]));
  return { count, meanLength: 100, frequency: (hash: number) => byHash.get(hash) ?? 0 };
}

describe('lines of templates', () => {
  const known = statistics({ step: 40, reproduc: 30, queue: 12, stall: 3 });

  it.each([
    ['goes where all its words are common', '### Steps to reproduce', ''],
    ['goes where a heading is one common word', '## Steps', ''],
    ['stays with one rare word', 'Steps to reproduce the stall', 'Steps to reproduce the stall'],
    ['stays with a word that was never seen', 'Steps: zephyr', 'Steps: zephyr'],
    ['stays where it is a single word', 'queue', 'queue'],
    ['stays where it says nothing at all', '```', '```'],
  ])('%s', (_, line, kept) => {
    expect(withoutTemplateLines({ title: 'Steps to reproduce', body: `a\n${line}\nb` }, known)).toEqual({
      title: 'Steps to reproduce',
      body: `a\n${kept}\nb`,
    });
  });

  it('are not told in a repository that knows little', () => {
    const body = 'Steps to reproduce';

    expect(withoutTemplateLines({ title: '', body }, statistics({ step: 9, reproduc: 9 }, 9)).body).toBe(body);
  });

  it('do not lead to threads that only have the same template', () => {
    const templates = ['bug', 'wish', 'help', 'docs', 'slow'].map((kind) => [
      `### ${kind} prerequisites and environment of the installation`,
      `### ${kind} behaviour expected instead, with screenshots attached`,
      `### ${kind} severity, urgency and business impact estimated`,
    ]);
    const matters = ['sockets stay open', 'theme flickers green', 'upload ends early', 'totals count twice'];
    const filled = (template: number, matter: string) => [...(templates[template] ?? []), matter].join('\n\n');
    const index = createContentIndex();
    for (let at = 0; at < 80; at += 1) {
      const matter = at % matters.length;
      index.set({ id: `${matter}-${at}`, title: `Report ${at}`, body: filled(at % 3, matters[matter] ?? '') });
    }

    for (const [matter, words] of matters.entries()) {
      const question = { title: 'Trouble', body: filled(2, `Here ${words.split(' ', 1)}.`) };
      const { found } = index.match(question, 10, () => true, null);

      expect(new Set(found.map(({ id }) => id.split('-')[0]))).toEqual(new Set([String(matter)]));
    }
  });
});
