import { describe, expect, it } from '@jest/globals';
import { isMechanical } from '../../src/match/mechanical-files.ts';
import { sweepOf, writtenFiles } from '../../src/match/sweeping.ts';

describe('files that nobody writes by hand', () => {
  it.each([
    'package-lock.json',
    'web/yarn.lock',
    'Cargo.lock',
    'go.sum',
    'deep/pnpm-lock.yaml',
    'dist/app.min.js',
    'api/v1/service.pb.go',
    'api/service_pb2.py',
    'pkg/zz_generated.go',
    'vendor/github.com/a/b.go',
    'Third_Party/zlib/zlib.c',
    'web/node_modules/x/index.js',
    'test/__snapshots__/a.ts',
    'test/page.test.ts.snap',
  ])('are such as %s', (path) => {
    expect(isMechanical(path)).toBe(true);
  });

  it.each(['package.json', 'src/lock.ts', 'src/vendor.ts', 'go.mod', 'app.js', 'vendors/list.md', ''])(
    'are not such as %j',
    (path) => {
      expect(isMechanical(path)).toBe(false);
    },
  );
});

describe('a sweeping change', () => {
  it('touches more directories than are allowed, those of lock files not counted', () => {
    expect(sweepOf(['a/x', 'a/y', 'b/x', 'c'], 2)).toEqual({ directories: 3, generated: false });
    expect(sweepOf(['a/x', 'a/y', 'b/x', 'vendor/c/d'], 2)).toBeNull();
  });

  it('is one of lock, generated and vendored files alone, however few', () => {
    expect(sweepOf(['go.sum'], 25)).toEqual({ directories: 1, generated: true });
  });

  it('is none without files', () => {
    expect(sweepOf([], 1)).toBeNull();
  });
});

describe('files that are asked about', () => {
  const files = (...paths: string[]) => paths.map((path) => ({ path }));

  it('are those that somebody wrote, or all where nobody wrote any', () => {
    expect(writtenFiles(files('go.mod', 'go.sum'))).toEqual(files('go.mod'));
    expect(writtenFiles(files('go.sum'))).toEqual(files('go.sum'));
  });
});
