/** Files that nobody writes by hand: their changes say nothing of who knows the rest, and no one is an expert in them. */

const LOCK_FILES = new Set([
  'bun.lock',
  'bun.lockb',
  'cargo.lock',
  'cartfile.resolved',
  'composer.lock',
  'conda-lock.yml',
  'deno.lock',
  'flake.lock',
  'gemfile.lock',
  'go.sum',
  'gopkg.lock',
  'gradle.lockfile',
  'mix.lock',
  'module.bazel.lock',
  'npm-shrinkwrap.json',
  'package-lock.json',
  'package.resolved',
  'packages.lock.json',
  'paket.lock',
  'pdm.lock',
  'pipfile.lock',
  'pixi.lock',
  'pnpm-lock.yaml',
  'podfile.lock',
  'poetry.lock',
  'pubspec.lock',
  'stack.yaml.lock',
  'uv.lock',
  'yarn.lock',
]);

/** By the end of the name, in lower case. */
const GENERATED_ENDINGS = [
  '.bundle.js',
  '.designer.cs',
  '.freezed.dart',
  '.g.cs',
  '.g.dart',
  '.generated.cs',
  '.generated.go',
  '.generated.ts',
  '.js.map',
  '.css.map',
  '.min.css',
  '.min.js',
  '.min.mjs',
  '.pb.cc',
  '.pb.go',
  '.pb.gw.go',
  '.pb.h',
  '.snap',
  '_generated.go',
  '_generated.rs',
  '_grpc.pb.go',
  '_pb2.py',
  '_pb2.pyi',
  '_pb2_grpc.py',
  '_string.go',
];

/** Anywhere above the file. */
const MECHANICAL_FOLDERS = new Set([
  '__generated__',
  '__snapshots__',
  'bower_components',
  'generated',
  'node_modules',
  'third-party',
  'third_party',
  'thirdparty',
  'vendor',
  'vendored',
]);

export function isMechanical(path: string): boolean {
  const folders = path.toLowerCase().split('/');
  const name = folders.pop() ?? '';
  if (LOCK_FILES.has(name)) return true;
  return (
    GENERATED_ENDINGS.some((ending) => name.endsWith(ending)) || folders.some((one) => MECHANICAL_FOLDERS.has(one))
  );
}
