import {
  ATTACKS,
  BELITTLING,
  COARSE,
  INSULTS,
  LINKING,
  ONESELF,
  POSSESSIVE,
  SOMEBODY,
  UNOFFENDING,
} from './insult-words.ts';
import { type Obscenity, obsceneWords } from './obscene-words.ts';
import { phraseTable } from './phrase-table.ts';
import type { SentimentFeatures } from './sentiment-features.ts';
import { ENGLISH_NEGATIONS } from './sentiment-words-en.ts';
import { CHINESE_NEGATIONS } from './sentiment-words-zh.ts';
import type { ToneToken } from './tone-tokens.ts';

type Role = 'insult' | 'belittling' | 'coarse' | 'nothing';

const roles = phraseTable<Role>([
  ['coarse', COARSE],
  ['belittling', BELITTLING],
  ['insult', INSULTS],
  ['nothing', UNOFFENDING],
]);
const attacks = phraseTable(ATTACKS);
const somebody = phraseTable([[true, SOMEBODY]]);
const possessive = phraseTable([[true, POSSESSIVE]]);
const oneself = phraseTable([[true, ONESELF]]);
const linking = phraseTable([[true, LINKING]]);
const negations = phraseTable([
  [true, ENGLISH_NEGATIONS],
  [true, CHINESE_NEGATIONS],
]);

/** Judged by hand: attacks are too rare in open communities to learn their weights from. */
const WEIGHTS = {
  slur: 0.7,
  insult: 0.75,
  belittled: 0.7,
  coarseAtSomebody: 0.65,
  coarse: 0.25,
  gesture: 0.6,
  heat: 0.15,
};
/** Swearing at things, however much, is not yet against anybody. */
const MOST_COARSE = 2;
const AIM_REACH = 7;
const NEGATION_REACH = 3;
const LINKING_REACH = 3;
const ANGRY = 2;

/** 0..1: how likely the words are against somebody, as the chance that at least one of the signs is meant so. */
export function toxicityOf(tokens: readonly ToneToken[], mood: SentimentFeatures): number {
  const signs = signsIn(tokens);
  const heat = signs.length === 0 ? 0 : Number(mood.emphasis > 0) + Number(mood.worst >= ANGRY);
  return 1 - signs.reduce((calm, sign) => calm * (1 - sign), (1 - WEIGHTS.heat) ** heat);
}

/** Positions in the clause that is being read; -100: not in it. */
interface Clause {
  somebody: number;
  possessive: number;
  oneself: number;
  linking: number;
  negation: number;
}

const EMPTY: Clause = { somebody: -100, possessive: -100, oneself: -100, linking: -100, negation: -100 };

function signsIn(tokens: readonly ToneToken[]): number[] {
  const obscene = obsceneWords(tokens.flatMap(({ kind, word, han }) => (kind === 'word' && !han ? [word] : [])));
  const signs: number[] = [];
  let clause = { ...EMPTY };
  let coarse = 0;
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index];
    if (token?.kind !== 'word') {
      if (token?.word === '🖕') signs.push(WEIGHTS.gesture);
      clause = { ...EMPTY };
      index += 1;
      continue;
    }
    const found = signAt(tokens, index, clause, obscene.get(token.word));
    if (found.weight === WEIGHTS.coarse) coarse += 1;
    if (found.weight > 0 && (found.weight !== WEIGHTS.coarse || coarse <= MOST_COARSE)) signs.push(found.weight);
    for (let step = 0; step < found.length; step += 1) note(clause, tokens, index + step);
    index += found.length;
  }
  return signs;
}

function signAt(
  tokens: readonly ToneToken[],
  index: number,
  clause: Clause,
  obscenity: Obscenity | undefined,
): { weight: number; length: number } {
  const negated = index - clause.negation < NEGATION_REACH;
  const attack = attacks(tokens, index);
  if (attack !== null) return { weight: negated ? 0 : attack.value, length: attack.length };
  const role = roles(tokens, index);
  const kind = obscenity ?? role?.value ?? 'nothing';
  const length = role?.length ?? 1;
  const spoken = negated && kind !== 'slur' && kind !== 'coarse' ? 'nothing' : kind;
  const followed = somebody(tokens, index + length) !== null;
  return { weight: weightOf(spoken, clause, { index, followed }), length };
}

function weightOf(
  kind: Role | Obscenity,
  clause: Clause,
  { index, followed }: { index: number; followed: boolean },
): number {
  const aimed = clause.somebody > clause.oneself && index - clause.somebody < AIM_REACH;
  switch (kind) {
    case 'slur':
      return WEIGHTS.slur;
    case 'coarse':
      return aimed || followed ? WEIGHTS.coarseAtSomebody : WEIGHTS.coarse;
    case 'insult':
      return clause.oneself > clause.somebody ? 0 : WEIGHTS.insult;
    case 'belittling':
      return aimed && isSaidOf(clause, index) ? WEIGHTS.belittled : 0;
    case 'nothing':
      return 0;
  }
}

/** "You are lazy" and "your stupid tool", but not "you could do something stupid"; "are you blind" puts the verb first. */
function isSaidOf(clause: Clause, index: number): boolean {
  return Math.abs(clause.linking - clause.somebody) <= LINKING_REACH || index - clause.possessive <= 2;
}

function note(clause: Clause, tokens: readonly ToneToken[], index: number): void {
  if (somebody(tokens, index) !== null) clause.somebody = index;
  if (possessive(tokens, index) !== null) clause.possessive = index;
  if (oneself(tokens, index) !== null) clause.oneself = index;
  if (linking(tokens, index) !== null) clause.linking = index;
  if (negations(tokens, index) !== null) clause.negation = index;
}
