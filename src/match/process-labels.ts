import { foldHan } from '../text/fold-han.ts';

/** Labels that tell how a thread is dealt with, not what it is about: no text foretells them. */
const PROCESS = [
  /^(?:stale|wontfix|won'?t ?fix|invalid|duplicate|blocked|on hold|in progress|wip|backlog|triaged?|untriaged|fixed|resolved|done|released|verified|confirmed|accepted|rejected|declined|abandoned|frozen|locked|merged|hacktoberfest.*)$/,
  /^(?:good first (?:issue|bug)|good first contribution|first timers? only|beginner friendly|easy|starter|help wanted|contributions? welcome|up for grabs|pr welcome|e easy|e help wanted)$/,
  /^(?:needs?|awaiting|waiting|pending|requires?|missing) /,
  /^(?:status|state|resolution|stage|lifecycle|triage|priority|prio|severity|release|backports?|cherry ?picks?|milestone|cla|size|do not merge|lgtm|approved|tide|s) ?[:/] ?/,
  /^(?:lgtm|approved|cla ?(?:yes|no|signed|not signed)|do not merge|release ?notes?.*|backport.*|cherry ?pick.*|ready (?:for|to) .*|work in progress|more information needed|no (?:issue|stale|recent) activity|inactive|p\d|priority .*|size [a-z]{1,3})$/,
  /^(?:重复|无效|已修复|已解决|待确认|进行中|已过期|新手任务|优先级.*)$/,
];

export function isProcessLabel(name: string): boolean {
  const plain = foldHan(name)
    .toLowerCase()
    .replace(/:[\w+-]{1,40}:/g, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return PROCESS.some((pattern) => pattern.test(plain));
}
