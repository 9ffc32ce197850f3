/** Of words that are as long as this without the ending, in letters or syllables. */
const SHORTEST_STEM = { cyrillic: 3, hangul: 2 };

/**
 * Endings by script, not by the language of the text: the words of a German and an English thread on one matter are the
 * same English names, and must not be stemmed apart.
 */
const CYRILLIC_ENDINGS = byLength(
  'иями ями ами иях ях ах ием ией иям ям ам ого его ому ему ыми ими ый ий ой ая яя ое ее ые ие ую юю ых их ым им ом ем ' +
    'ей ов ев ия ию ии ью ьи а я о е ы и у ю ь й ть ет ют ит ят ут ат ешь ишь ете ите ала ила ало или али ело ел ал ил',
);
const HANGUL_ENDINGS = byLength(
  '으로부터 에서는 에서도 으로는 에게서 까지 부터 에서 에게 으로 처럼 보다 하고 이나 은 는 이 가 을 를 에 의 와 과 도 로 만 ' +
    '되었습니다 했습니다 됐습니다 합니다 됩니다 습니다 입니다 하는데 하면 해서 하지 하여 하는 되는 되지 되면 된다 한다',
);
const REFLEXIVE = /(?:ся|сь)$/;

/** A Russian or Korean word without what grammar adds to it; any other as it is. */
export function nativeStem(word: string): string {
  const last = word.charCodeAt(word.length - 1);
  if (last >= 0x0430 && last <= 0x045f) {
    return withoutEnding(word.replace(REFLEXIVE, ''), CYRILLIC_ENDINGS, SHORTEST_STEM.cyrillic);
  }
  if (last >= 0xac00 && last <= 0xd7a3) return withoutEnding(word, HANGUL_ENDINGS, SHORTEST_STEM.hangul);
  return word;
}

function withoutEnding(word: string, endings: readonly string[], shortest: number): string {
  const ending = endings.find((end) => word.length - end.length >= shortest && word.endsWith(end));
  return ending === undefined ? word : word.slice(0, word.length - ending.length);
}

function byLength(words: string): string[] {
  return words.split(' ').toSorted((a, b) => b.length - a.length);
}
