import { Command } from 'commander';

export interface Terminal {
  out(text: string): void;
  err(text: string): void;
}

type Print = (text: string) => void;

/** Every command with its options. What a command needs is loaded when it runs, so that the others need not wait. */
export function createProgram(version: string, { out, err }: Terminal): Command {
  const program = new Command('commscore')
    .description('Who should review it, who should take it, what is it about, what is known already.')
    .version(version)
    .showHelpAfterError('(--help tells the options)')
    .configureOutput({ writeOut: out, writeErr: err })
    .exitOverride();
  const print = (text: string) => out(`${text}\n`);
  const suggest = program.command('suggest').description('Answers from the history of a clone.');
  const explain = program.command('explain').description('The same with all the evidence for each person.');
  for (const [parent, reasons] of [[suggest, 'best'] as const, [explain, 'all'] as const]) {
    addReviewers(parent, reasons, print);
    addIssue(parent, reasons, print);
  }
  addWork(suggest, print);
  addCommunity(program, print);
  addPartners(program, print);
  addDigest(program, print);
  addBacktest(program, print);
  addExport(program, print);
  addLearning(program, print);
  addHealth(program, print);
  addUpkeep(program, print);
  return program;
}

function addReviewers(parent: Command, reasons: 'best' | 'all', print: Print): void {
  parent
    .command('reviewers')
    .description('Who should review a change: a branch, two commits, or a list of files.')
    .requiredOption('--repo <path>', 'a clone on this machine')
    .option('--base <ref>', 'what the change goes onto (default: the default branch)')
    .option('--head <ref>', 'the change (default: HEAD)')
    .option('--files <paths>', 'changed files with commas between them, instead of --base and --head')
    .option('--author <name>', 'who wrote it, and so is not suggested (default: as the newest commit says)')
    .option('--json', 'for programs')
    .action(async (options) => {
      const { suggestReviewers } = await import('./suggest-reviewers.ts');
      print(await suggestReviewers(options, reasons));
    });
}

function addIssue(parent: Command, reasons: 'best' | 'all', print: Print): void {
  parent
    .command('issue')
    .description('Who could take an issue, which labels fit, and what is related.')
    .option('--repo <path>', 'a clone on this machine, which knows no threads and so no labels')
    .option('--repository <owner/name>', 'what the app has learnt of it, from DATABASE_URL or COMMSCORE_DATA_DIR')
    .option('--pack <file>', 'a history in the line format of `stream`, plain or gzipped, or - for standard input')
    .requiredOption('--title <text>', 'title of the issue')
    .option('--body-file <file>', 'its text, or - for standard input')
    .option('--author <name>', 'who filed it, and so is not suggested')
    .option('--feed <urls...>', 'RSS, Atom or JSON feeds whose articles may be related; read now')
    .option('--json', 'for programs')
    .action(async (options) => {
      const { suggestIssue } = await import('./suggest-issue.ts');
      print(await suggestIssue(options, reasons));
    });
}

function addWork(parent: Command, print: Print): void {
  parent
    .command('work')
    .description('What somebody could take up next, what to read, and whom to meet.')
    .requiredOption('--for <login>', 'who asks')
    .option('--repo <path>', 'a clone on this machine, which tells what to read and whom to meet')
    .option('--repository <owner/name>', 'what the app has learnt of it, from DATABASE_URL or COMMSCORE_DATA_DIR')
    .option('--pack <file>', 'a history in the line format of `stream`, plain or gzipped, or - for standard input')
    .option('--json', 'for programs')
    .action(async (options) => {
      const { suggestWork } = await import('./suggest-work.ts');
      print(await suggestWork(options));
    });
}

function addCommunity(program: Command, print: Print): void {
  program
    .command('community')
    .description('Who the community rests on, which groups it has, who is new and who fell silent.')
    .option('--repo <path>', 'a clone on this machine: changes only, as of the newest')
    .option('--repository <owner/name>', 'what the app has learnt of it, from DATABASE_URL or COMMSCORE_DATA_DIR')
    .option('--json', 'for programs: everybody, not only the first')
    .action(async (options) => {
      const { community } = await import('./community.ts');
      print(await community(options));
    });
}

function addPartners(program: Command, print: Print): void {
  program
    .command('partners')
    .description('Which organisations work on it and together, what rests on one of them, and who else would fit.')
    .option('--repo <path>', 'a clone on this machine: changes only, as of the newest, organisations by addresses')
    .option('--repository <owner/name>', 'what the app has learnt of it, from DATABASE_URL or COMMSCORE_DATA_DIR')
    .option(
      '--config <file>',
      'a commscore.yml whose partners.domains is used (default: that of the clone; give it with --repository, since the database holds no configuration and GitHub is not asked)',
    )
    .option('--json', 'for programs: everything, not only the first')
    .action(async (options) => {
      const { partners } = await import('./partners.ts');
      print(await partners(options));
    });
}

function addDigest(program: Command, print: Print): void {
  program
    .command('digest')
    .description('What the digest of the last whole week or month says, without writing it anywhere.')
    .requiredOption(
      '--repository <owner/name>',
      'what the app has learnt of it, from DATABASE_URL or COMMSCORE_DATA_DIR',
    )
    .option('--language <language>', 'en or zh-CN', 'en')
    .option('--period <period>', 'weekly or monthly', 'weekly')
    .action(async (options) => {
      const { digest } = await import('./digest.ts');
      print(await digest(options));
    });
}

function addBacktest(program: Command, print: Print): void {
  program
    .command('backtest')
    .description('How good the answers would have been, forward in time over a history.')
    .option('--repo <path>', 'a clone on this machine')
    .option('--pack <file>', 'a history in the line format of `stream`, plain or gzipped, or - for standard input')
    .option('--repository <owner/name>', 'what the app has learnt of it, from DATABASE_URL or COMMSCORE_DATA_DIR')
    .requiredOption('--task <task>', 'reviewers, assignees, labels or related')
    .option('--model [name]', 'labels: also ask a model of your own (default: HF_LABELS_MODEL); sends it texts')
    .option('--model-questions <number>', 'labels: how many of the newest questions it is asked (default: 200)')
    .option('--json', 'for programs')
    .option('--html <file>', 'write a page with the curves into this file')
    .action(async (options) => {
      const { backtest } = await import('./backtest.ts');
      print(await backtest(options));
    });
}

function addExport(program: Command, print: Print): void {
  program
    .command('export')
    .description('Writes the threads of a repository as a data set, split by time, that Hugging Face tools read.')
    .option('--repo <path>', 'a clone on this machine, which tells the repository that the app has learnt')
    .option('--pack <file>', 'a history in the line format of `stream`, plain or gzipped, or - for standard input')
    .option('--repository <owner/name>', 'what the app has learnt of it, from DATABASE_URL or COMMSCORE_DATA_DIR')
    .requiredOption('--task <task>', 'labels or related')
    .option('--format <format>', 'jsonl, the only one', 'jsonl')
    .requiredOption('--out <folder>', 'a new or empty folder')
    .option('--force', 'write into a folder that is not empty')
    .option('--json', 'for programs')
    .action(async (options) => {
      const { exportDataSet } = await import('./export.ts');
      print(await exportDataSet(options));
    });
}

function addHealth(program: Command, print: Print): void {
  program
    .command('health')
    .description('How the work stands: what waits and on whom, how long things take, who holds the knowledge.')
    .option('--repo <path>', 'a clone on this machine, which tells who knows what')
    .option('--repository <owner/name>', 'what the app has learnt of it, from DATABASE_URL or COMMSCORE_DATA_DIR')
    .option('--json', 'for programs')
    .action(async (options) => {
      const { health } = await import('./health.ts');
      print(await health(options));
    });
}

function addLearning(program: Command, print: Print): void {
  program
    .command('learn')
    .description('Learns a clone and keeps what was learnt, so that `suggest` answers at once.')
    .requiredOption('--repo <path>', 'a clone on this machine')
    .option('--json', 'for programs')
    .action(async (options) => {
      const { learn } = await import('./learn.ts');
      print(await learn(options));
    });
  program
    .command('stream')
    .description('Facts and questions as JSON lines on standard input, answers as JSON lines on standard output.')
    .option('--json', 'the lines are JSON in any case')
    .action(async () => {
      const { stream } = await import('./stream.ts');
      await stream(process.stdin, process.stdout);
    });
}

function addUpkeep(program: Command, print: Print): void {
  program
    .command('migrate')
    .description('Brings the database that DATABASE_URL or COMMSCORE_DATA_DIR names up to date.')
    .option('--json', 'for programs')
    .action(async (options) => {
      const { migrateDatabase } = await import('./migrate.ts');
      print(await migrateDatabase(options));
    });
  program
    .command('demo')
    .description('Shows the app at work against a local stand-in for GitHub.')
    .option('--repo <path>', 'learn the history of this clone instead of a made-up one')
    .option('--once', 'end after the comments are printed')
    .action(async (options) => {
      const { demo } = await import('./demo.ts');
      await demo(options);
    });
}
