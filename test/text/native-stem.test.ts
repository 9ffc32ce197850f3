import { describe, expect, it } from '@jest/globals';
import { nativeStem } from '../../src/text/native-stem.ts';
import { stemWord } from '../../src/text/stem-word.ts';

describe('stems of words', () => {
  it.each([
    ['Russian nouns', ['очередь', 'очереди', 'очередью', 'очередей'], 'очеред'],
    ['Russian verbs', ['закрывается', 'закрываются', 'закрывать'], 'закрыва'],
    ['Russian adjectives', ['новый', 'новая', 'новому', 'новых'], 'нов'],
    ['Korean nouns', ['연결', '연결이', '연결을', '연결에서', '연결으로', '연결은'], '연결'],
    ['Korean verbs', ['실행하면', '실행합니다', '실행하는', '실행했습니다'], '실행'],
  ])('are one for %s', (_, words, stem) => {
    expect(new Set(words.map(nativeStem))).toEqual(new Set([stem]));
  });

  it.each(['код', 'и', '나', '나는', 'worker', '連接', 'größer', ''])('leave %j as it is', (word) => {
    expect(nativeStem(word)).toBe(word);
  });

  it.each([
    ['Retries', 'retri'],
    ['Größen', 'größen'],
    ['ОЧЕРЕДИ', 'очеред'],
    ['연결을', '연결'],
    ['ＡＰＩ', 'api'],
  ])('are in lower case: %s', (word, stem) => {
    expect(stemWord(word)).toBe(stem);
  });
});
