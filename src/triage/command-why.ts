import type { CommandAnswer, WhyPerson } from '../comment/command-answer.ts';
import { isRefused } from '../domain/suggested-item.ts';
import type { RankedPerson, Suggestion } from '../domain/suggestion.ts';
import { parseCodeowners } from '../match/codeowners.ts';
import { whyNever } from '../match/eligible.ts';
import type { AskOptions } from '../match/repository-model.ts';
import type { Asked } from './command-ports.ts';
import type { CommandRow } from './command-row.ts';
import { peopleRules } from './people-rules.ts';
import { taskOf } from './suggest.ts';
import { readSurroundings } from './surroundings.ts';
import type { ThreadReading } from './thread-reading.ts';

const LOOKED_AT = 50;
const NOTHING: Suggestion = { labels: [], assignees: [], reviewers: [], related: [] };

export const why: CommandRow<'why'> = {
  usage: 'why [@login]',
  example: 'why @mara',
  who: 'anyone',
  inShadow: false,
  async run({ login }, asked) {
    const saved = await asked.ports.store.suggestionOf(asked.ref);
    const suggestion = saved?.suggestion ?? NOTHING;
    const reading = await asked.reading();
    if (reading === null) return { kind: 'done' };
    if (login !== null) return { kind: 'why-person', why: await whyPerson(login, suggestion, reading, asked) };
    return whyThread(suggestion, reading, asked);
  },
};

/** As it was said, with the evidence as it is now. */
async function whyThread(suggestion: Suggestion, reading: ThreadReading, asked: Asked): Promise<CommandAnswer> {
  const { labels, assignees, reviewers, related } = suggestion;
  const said = [...assignees, ...reviewers];
  const ranked = said.length === 0 ? [] : await rank(reading, asked, () => true);
  const people = said.map((person) => ({ ...person, ...evidenceOf(person.login, ranked) }));
  return { kind: 'why', why: { labels, people, related } };
}

function evidenceOf(login: string, ranked: RankedPerson[]): Pick<RankedPerson, 'evidence'> {
  const evidence = ranked.find((one) => same(one.login, login))?.evidence;
  return evidence === undefined ? {} : { evidence };
}

async function whyPerson(
  login: string,
  { assignees, reviewers }: Suggestion,
  reading: ThreadReading,
  asked: Asked,
): Promise<WhyPerson> {
  const { ref, config, ports } = asked;
  const isPull = ref.type === 'pull';
  const said = [...assignees, ...reviewers].find((one) => same(one.login, login));
  if (said !== undefined) {
    const evidence = evidenceOf(login, await rank(reading, asked, () => true));
    return { login: said.login, is: 'suggested', person: { ...said, ...evidence } };
  }
  const rules = isPull ? config.reviewers : config.assignees;
  if ((ref.type === 'discussion' && reading.fact.category?.answerable !== true) || !rules.enabled)
    return { login, is: 'off' };
  const [model, around, items] = await Promise.all([
    ports.models.of(ref),
    readSurroundings(ref, reading, config, ports),
    ports.store.readItems(ref),
  ]);
  const people = peopleRules(reading, model, { ...around, refused: items.filter(isRefused) });
  const never = whyNever({ ...people, allow: rules.allow, deny: rules.deny });
  const because = never(login);
  if (because !== null) return { login, is: 'never', never: because };
  if ((isPull ? reading.reviewers : reading.fact.assignees).length > 0) return { login, is: 'not-needed' };
  const ranked = await rank(reading, asked, (one) => never(one) === null);
  const at = ranked.findIndex((one) => same(one.login, login));
  const person = ranked[at];
  if (person === undefined) return { login, is: 'unknown' };
  const needed = rules.minPrecision;
  if (person.probability < needed) return { login, is: 'unlikely', person, needed };
  return { login, is: 'behind', person, place: at + 1, most: rules.max };
}

async function rank(
  reading: ThreadReading,
  { ref, ports }: Asked,
  allowed: (login: string) => boolean,
): Promise<RankedPerson[]> {
  const model = await ports.models.of(ref);
  const options: AskOptions = { at: ports.clock().toISOString(), k: LOOKED_AT, allowed, explain: true };
  const task = taskOf(reading);
  if (ref.type !== 'pull') return model.assignees(task, options);
  return model.reviewers(task, { ...options, codeowners: parseCodeowners(await ports.github.readCodeowners(ref)) });
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
