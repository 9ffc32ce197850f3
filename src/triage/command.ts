import type { CommandAnswer } from '../comment/command-answer.ts';
import { renderAnswer, renderReply } from '../comment/render-answer.ts';
import { threadKey } from '../domain/thread-ref.ts';
import { commandLines } from '../text/command-lines.ts';
import type { Asked, CommandComment, CommandPorts, RanCommand, Reaction } from './command-ports.ts';
import { commands, runCommand } from './commands.ts';
import type { Job } from './job.ts';
import { parseCommand } from './parse-command.ts';
import type { ThreadReading } from './thread-reading.ts';

const MOST_LINES = 10;
/** Longer ones are told to be too long; what they say beyond this does not matter. */
const LONGEST_LINE = 1_000;
/** Of one person without permission in one repository. */
const ANSWERS_AN_HOUR = 10;
const HOUR_MS = 3_600_000;

/**
 * Does what the comment asks for, each line of it once. A reaction says that it is taken and how it went, words only
 * what a reaction cannot; where nothing is to be written, neither is.
 */
export async function command(job: Extract<Job, { kind: 'command' }>, ports: CommandPorts): Promise<void> {
  const { github, store } = ports;
  const ref = job.thread;
  const comment = await github.readComment(ref, job.comment);
  if (comment === null || comment.author === null || !comment.authorIsHuman) return;
  const lines = linesOf(comment.body);
  const before = await store.readCommands(ref, comment.id, lines);
  const fresh = lines.filter((line) => before.every((one) => one.line !== line));
  if (fresh.length === 0) return;
  const by = comment.author;
  const [{ config }, mayTriage] = await Promise.all([github.readConfig(ref), github.mayTriage(ref, by)]);
  if (comment.locked && !mayTriage) return;
  // To a locked thread the app may not write either.
  const isQuiet = config.mode === 'shadow' || comment.locked;
  if (!isQuiet) await github.react(ref, comment, 'EYES');
  const asking = { jobId: job.id, ref, by, config, ports, comment, mayTriage };
  const ran: RanCommand[] = [];
  for (const line of fresh) ran.push(await runLine(line, { ...asking, at: lines.indexOf(line) }));
  if (!isQuiet) await tell(comment, lines, [...before, ...ran], asking);
}

interface Asking extends Omit<Asked, 'reading'> {
  comment: CommandComment;
  /** Place of the line in the comment. */
  at: number;
  mayTriage: boolean;
}

async function runLine(line: string, asking: Asking): Promise<RanCommand> {
  const { ref, by, config, ports, comment, at } = asking;
  const answer = at < MOST_LINES ? await answerTo(line, asking) : TOO_MANY;
  const repository = { owner: ref.owner, repo: ref.repo, webUrl: ports.webUrl };
  const context = { language: config.language, repository, uses: commands };
  const ran = { line, result: resultOf(answer), said: renderAnswer(answer, context) };
  // Who wants to be forgotten is not noted down for it, and what is not answered counts against nobody.
  const login = answer.kind === 'will-be-forgotten' || answer.kind === 'too-often' ? '' : by;
  await ports.store.recordCommand(ref, { ...ran, comment: comment.id, by: login, at: ports.clock().toISOString() });
  ports.log.info({ thread: threadKey(ref), answer: answer.kind }, 'command run');
  return ran;
}

/** One line more than may be run, which is told so. */
function linesOf(body: string): string[] {
  const lines = commandLines(body).map((line) => line.replace(/\s+/g, ' ').trim().slice(0, LONGEST_LINE));
  return [...new Set(lines)].slice(0, MOST_LINES + 1);
}

const TOO_MANY: CommandAnswer = { kind: 'problem', problem: { kind: 'too-many', most: MOST_LINES } };

async function answerTo(line: string, asking: Asking): Promise<CommandAnswer> {
  const { by, ref, config, ports, at, mayTriage } = asking;
  const parsed = parseCommand(line, by);
  const row = 'command' in parsed ? commands[parsed.command.verb] : null;
  if (row?.who !== 'themselves' && !mayTriage && (await isTooOften(asking))) return { kind: 'too-often' };
  if ('problem' in parsed) return { kind: 'problem', problem: parsed.problem };
  const { verb } = parsed.command;
  if (commands[verb].who === 'triage' && !mayTriage) return { kind: 'refused', verb };
  if (config.mode === 'shadow' && !commands[verb].inShadow) return { kind: 'done' };
  return runCommand(parsed.command, { ...asking, jobId: `${asking.jobId}/${at}`, reading: readOnce(ref, ports) });
}

async function isTooOften({ ref, by, ports }: Asking): Promise<boolean> {
  const since = new Date(ports.clock().getTime() - HOUR_MS).toISOString();
  return (await ports.store.commandsSince(ref, by, since)) >= ANSWERS_AN_HOUR;
}

/** A later line may ask what an earlier one has changed, so each reads for itself. */
function readOnce(ref: Asked['ref'], { github }: CommandPorts): Asked['reading'] {
  let reading: Promise<ThreadReading | null> | null = null;
  return () => {
    reading ??= github.readThread(ref);
    return reading;
  };
}

function resultOf({ kind }: CommandAnswer): RanCommand['result'] {
  switch (kind) {
    case 'refused':
    case 'too-often':
      return 'refused';
    case 'problem':
    case 'still-silent':
    case 'nothing-to-undo':
    case 'nothing-to-reroll':
      return 'problem';
    default:
      return 'done';
  }
}

/** Of all that the comment says now: what was answered before stands beside what is new. */
async function tell(
  comment: CommandComment,
  lines: string[],
  ran: RanCommand[],
  { ref, ports }: Pick<Asked, 'ref' | 'ports'>,
): Promise<void> {
  const inOrder = lines.flatMap((line) => ran.find((one) => one.line === line) ?? []);
  const body = renderReply(inOrder);
  if (body !== null) await ports.github.reply(ref, comment, body);
  const results = new Set(inOrder.map(({ result }) => result));
  const reactions = [...new Set<Reaction>([...comment.reactions, 'EYES'])];
  await ports.github.react(ref, { ...comment, reactions }, reactionTo(results));
}

function reactionTo(results: ReadonlySet<RanCommand['result']>): Reaction {
  if (results.has('refused')) return 'THUMBS_DOWN';
  return results.has('problem') ? 'CONFUSED' : 'THUMBS_UP';
}
