import { foldHan } from './fold-han.ts';

/** `kind` of what stands in a text, as far as tone goes. */
export interface ToneToken {
  kind: 'word' | 'end' | 'exclaim' | 'ask' | 'cheer' | 'frown';
  /** In lower case. */
  word: string;
  /** Written in capitals, or a mark that is repeated. */
  loud: boolean;
  /** Chinese words join without a space. */
  han: boolean;
}

/** Every alternative starts with other characters or is bounded, so that no text takes more than one pass. */
const PIECES =
  /(\p{Script=Han}{1,1000})|((?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}_*@$])(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}_*@$'’./#+-])*)|(:[a-z0-9_+-]{1,30}:)|((?<!\S)[:;=]['’]?-?[()[\]D](?![\w(])|(?<!\S)\^_?\^|<3)|([!！]+)|([?？]+)|([.。;；…\n]+)|(\p{Extended_Pictographic})/gu;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

export function toneTokens(text: string): ToneToken[] {
  const tokens: ToneToken[] = [];
  for (const [piece, han, word, code, smiley, exclaim, ask, end] of text.matchAll(PIECES)) {
    if (han !== undefined) addHan(tokens, han);
    else if (word !== undefined) addWord(tokens, word);
    else if (exclaim !== undefined) add(tokens, 'exclaim', '', exclaim.length > 1);
    else if (ask !== undefined) add(tokens, 'ask', '', ask.length > 1);
    else if (end !== undefined) add(tokens, 'end', '', false);
    else addFace(tokens, code ?? smiley ?? piece);
  }
  return tokens;
}

function add(tokens: ToneToken[], kind: ToneToken['kind'], word: string, loud: boolean, han = false): void {
  tokens.push({ kind, word, loud, han });
}

function addHan(tokens: ToneToken[], run: string): void {
  for (const { segment } of segmenter.segment(foldHan(run))) add(tokens, 'word', segment, false, true);
}

/** Names of things in code say nothing about mood: `stupid_flag`, `kill.sh`, `isDumb`. */
const IDENTIFIER = /[_$/#@\p{N}]|\p{Ll}\p{Lu}|\p{L}\.\p{L}/u;
const LOUD = /^[\p{Lu}'’]{3,}$/u;

function addWord(tokens: ToneToken[], piece: string): void {
  const trimmed = trimMarks(piece);
  const starred = /^\p{L}\*{1,3}\p{L}{1,2}$/u.test(trimmed);
  const plain = starred ? trimmed : trimmed.replaceAll('*', '');
  if (plain === '') return;
  const word = IDENTIFIER.test(plain.replace(/^_+|_+$/g, '')) ? '' : plain.replaceAll('_', '').replaceAll('’', "'");
  add(tokens, 'word', word.toLowerCase(), LOUD.test(word));
  if (/\.$/.test(piece.replace(/[*_]+$/, ''))) add(tokens, 'end', '', false);
}

const EDGE = new Set(["'", '’', '.', '/', '#', '+', '-', '*']);

function trimMarks(piece: string): string {
  let start = 0;
  let end = piece.length;
  while (start < end && EDGE.has(piece.charAt(start))) start += 1;
  while (end > start && EDGE.has(piece.charAt(end - 1))) end -= 1;
  return piece.slice(start, end);
}

const CHEER = new Set(
  '😀 😃 😄 😁 😊 🙂 😍 🥰 🤩 🎉 ❤ 💖 💙 👍 👏 🙏 🙌 💯 🚀 ✨ 🥳 😎 :+1: :tada: :heart: :smile: :smiley: :clap: :pray: :rocket: :thumbsup: :sparkles: :raised_hands: <3 ^^ ^_^'.split(
    ' ',
  ),
);
const FROWN = new Set(
  '😡 😠 🤬 😞 😟 😢 😭 😤 😒 🙄 👎 💩 🤦 😩 😫 😖 🤮 😾 🖕 :-1: :thumbsdown: :rage: :angry: :cry: :sob: :disappointed: :frowning: :roll_eyes: :face_palm: :facepalm: :triumph: :poop: :hankey:'.split(
    ' ',
  ),
);

function addFace(tokens: ToneToken[], face: string): void {
  const glad = CHEER.has(face) || /^[:;=].*[)\]D]$/.test(face);
  const sad = FROWN.has(face) || /^[:;=].*[([]$/.test(face);
  if (glad || sad) add(tokens, glad ? 'cheer' : 'frown', face, false);
}
