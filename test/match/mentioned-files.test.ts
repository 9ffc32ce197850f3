import { describe, expect, it } from '@jest/globals';
import { createFileNames } from '../../src/match/file-names.ts';
import { mentionedFiles } from '../../src/match/mentioned-files.ts';
import { createPathTree } from '../../src/match/path-tree.ts';

const paths = [
  'src/queue/worker.ts',
  'src/web/worker.ts',
  'src/queue/retry-job.ts',
  'core/src/main/java/org/example/queue/QueueWorker.java',
  'core/src/test/java/org/example/queue/QueueWorkerTest.java',
  'old/src/main/java/org/example/legacy/RetryPolicy.java',
  'core/src/main/java/org/example/queue/RetryPolicy.java',
  'scripts/service_check.py',
  'internal/lsp/cache.go',
  'docs/guide.md',
  'Makefile',
];

function lookUp(text: string, isLive: (path: string) => boolean = () => true): string[] {
  const tree = createPathTree();
  for (const path of paths) tree.number(path);
  const fileNames = createFileNames(tree);
  return mentionedFiles(text, { tree, fileNames, isLive: (node) => isLive(tree.path(node)) }).map(tree.path);
}

describe('files that a text points at', () => {
  it('are read from a trace of Java, inner classes and packages too', () => {
    const trace = `java.lang.IllegalStateException: no lease
  at org.example.queue.QueueWorker$Job.run(QueueWorker.java:120)
  at org.example.legacy.RetryPolicy.next(RetryPolicy.java:44)
  at java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:1149)`;

    expect(lookUp(trace)).toEqual([
      'core/src/main/java/org/example/queue/QueueWorker.java',
      'old/src/main/java/org/example/legacy/RetryPolicy.java',
    ]);
  });

  it('are read from a trace of Python, wherever it is installed', () => {
    const trace = `Traceback (most recent call last):
  File "/var/lib/agent/cache/package/scripts/service_check.py", line 304, in <module>
    ServiceCheck().execute()
  File "/usr/lib/python3.11/posixpath.py", line 75, in join`;

    expect(lookUp(trace)).toEqual(['scripts/service_check.py']);
  });

  it('are read from a trace of Go', () => {
    const trace = `goroutine 7 [running]:
example.org/tool/internal/lsp.(*Cache).Get(0xc000)
	/home/me/go/src/example.org/tool/internal/lsp/cache.go:88 +0x1d`;

    expect(lookUp(trace)).toEqual(['internal/lsp/cache.go']);
  });

  it('are read from a trace of JavaScript; the directory tells those apart that are called alike', () => {
    const trace = `TypeError: x is not a function
    at run (/app/src/queue/worker.ts:12:7)
    at async file:///app/src/queue/retry-job.ts:3:1`;

    expect(lookUp(trace)).toEqual(['src/queue/worker.ts', 'src/queue/retry-job.ts']);
  });

  it.each([
    ['a path of Windows', 'C:\\work\\src\\web\\worker.ts(3,1)', ['src/web/worker.ts']],
    ['a link to a file', 'https://github.com/o/r/blob/main/docs/guide.md#L10', ['docs/guide.md']],
    ['any other link', 'https://example.com/docs/guide.md', []],
    ['a name that one file has', 'retry-job.ts hangs', ['src/queue/retry-job.ts']],
    ['a name that two files have', 'worker.ts hangs', []],
    ['a class', 'the QueueWorker hangs', ['core/src/main/java/org/example/queue/QueueWorker.java']],
    ['a method', 'QueueWorker.run() hangs', ['core/src/main/java/org/example/queue/QueueWorker.java']],
    ['a class that two files have', 'RetryPolicy is wrong', []],
    ['words', 'The guide hangs. E.g. on Mondays, i.e. always', []],
  ])('%s', (_what, text, expected) => {
    expect(lookUp(text)).toEqual(expected);
  });

  it('are those of which something is known at the time', () => {
    expect(lookUp('worker.ts hangs', (path) => path !== 'src/web/worker.ts')).toEqual(['src/queue/worker.ts']);
  });

  it('are looked up in a tree that grows', () => {
    const tree = createPathTree();
    const fileNames = createFileNames(tree);
    const known = { tree, fileNames, isLive: () => true };
    const before = mentionedFiles('late.ts', known);
    for (let n = 0; n < 5000; n++) tree.number(`some/file${n}.ts`);
    tree.number('some/late.ts');

    expect(before).toEqual([]);
    expect(mentionedFiles('late.ts and file4321.ts', known).map(tree.path)).toEqual([
      'some/late.ts',
      'some/file4321.ts',
    ]);
  });

  it('are found in hostile text without delay', () => {
    for (const piece of ['a', 'a/', 'A.', 'Ab', 'AB', '.', '\\', 'https://'])
      expect(lookUp(piece.repeat(10_000))).toEqual([]);
  });
});
