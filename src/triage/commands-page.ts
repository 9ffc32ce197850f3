import { commandLanguages } from '../comment/render-answer.ts';
import type { Verb } from '../domain/command.ts';
import { commands } from './commands.ts';

/** The whole of `docs/commands.md`. */
export function commandsPage(): string {
  const { does, who } = commandLanguages.en;
  const rows = (Object.keys(commands) as Verb[]).map((verb) => {
    const { usage, example, who: whoMay } = commands[verb];
    return [code(usage), does[verb], who[whoMay], code(example)];
  });
  return [BEFORE, table([['command', 'what it does', 'who may use it', 'example'], ...rows]), AFTER].join('\n\n');
}

function code(text: string): string {
  return `\`/commscore ${text}\``;
}

/** As the formatter leaves it. */
function table([head = [], ...rows]: string[][]): string {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (row: string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

const BEFORE = `# Commands

<!-- Generated from src/triage/commands.ts and src/comment/command-words-en.ts: UPDATE_DOCS=1 rewrites it. -->

A line of a comment that begins with \`/commscore\` speaks to the app: on issues, pull requests and discussions, open or closed. What stands in code or in a quote does not, nor does the text that opens a thread or a comment on a line of a diff. One comment may hold ten commands, one a line.`;

const AFTER = `## How it answers

- First with a reaction: 👀 it is taken, then 👍 done, 😕 not understood or not possible, 👎 not allowed. Words come only where a reaction is not enough, in one reply to the comment (in a discussion below it), in the language of the repository.
- Every line of a comment is run once. Who edits the comment and adds a line has that line run, and its answer stands in the same reply.
- Nobody is pinged: people are written in backticks.
- A comment of a bot, or one that was last edited by somebody other than its author, asks for nothing.

## Who may

- Permission is asked of GitHub each time a command is used: verbs that change the thread want the roles triage, write, maintain or admin, or an own role of the organisation that may triage.
- What people set for themselves needs only them, and holds in every repository of the same owner. It takes effect at once; comments in which they are suggested now change when their thread is next looked at.
- Of one person without triage permission at most ten commands an hour are answered in a repository, besides those for themselves; further ones get the reaction 👎 only.

## What to know

- \`assign\`, \`review\` and \`label\` only add, and only people with access and labels that exist. A human's word counts more than the rules for suggestions: who is away, over their capacity, inactive or opted out is asked all the same, and that is told.
- On discussions GitHub has neither assignees nor reviews, and who could answer is only named there: \`assign\`, \`review\` and \`reroll\` say so and do nothing. \`label\` and \`undo\` work there too.
- \`undo\` takes back only what the app itself put on the thread, by command or in \`mode: auto\`. What a human has put there, or put back, stays. What was undone is not suggested there again.
- \`ignore\` holds until \`retry\`, whatever happens on the thread. \`retry\` does not wait for \`settle\`.
- \`forget-me\` cannot be taken back: nothing is learnt of who used it any more.
- \`mode: shadow\` writes nothing to GitHub, not even a reaction. What people set for themselves holds all the same, as do \`reroll\`, \`retry\` and \`ignore\`; all other commands do nothing.
- On a locked thread only people with triage permission are heard, and nothing is written in answer.
`;
