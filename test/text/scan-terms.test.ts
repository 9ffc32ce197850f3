import { describe, expect, it } from '@jest/globals';
import { scanTerms } from '../../src/text/scan-terms.ts';

function keys(text: string): string[] {
  const found: string[] = [];
  scanTerms(text, (key) => found.push(key));
  return found;
}

describe('terms of a text', () => {
  it.each([
    ['prose, stemmed and in lower case', 'Leaking Connections!', ['leak', 'connect']],
    ['an apostrophe', "don't lose the worker's job", ['don', 'lose', 'the', 'worker', 'job']],
    ['camel case: pieces and whole', 'retryJob', ['retri', 'job', 'retryjob']],
    ['a run of capitals', 'HTTPServer', ['http', 'server', 'httpserver']],
    ['snake case', 'retry_job', ['retri', 'job', 'retry_job']],
    ['a path', 'src/queue.ts', ['src', 'queue', 'ts', 'src/queue.ts']],
    ['a dotted name that ends a sentence', 'os.Open.', ['os', 'open', 'os.open']],
    ['a version', 'v2.3', ['v2', '3', 'v2.3']],
    ['a scope', 'net::Client', ['net', 'client', 'net::client']],
    ['Cyrillic', 'Соединение закрыто', ['соединен', 'закрыт']],
    ['Korean', '연결 누수', ['연결', '누수']],
    ['full-width letters', 'ＡＰＩ', ['api']],
    ['letters with marks, composed or not', 'café cafe\u0301', ['café', 'café']],
    ['Chinese beside English', '连接池泄漏redis', ['连接', '池', '泄漏', 'redi']],
    ['Chinese in traditional characters', '連接池洩漏', ['连接', '池', '泄漏']],
    ['what Taiwan calls otherwise', '資料庫記憶體溢位', ['数据', '库', '内存', '溢出']],
    ['a name in two words', '非同步函式', ['异步', '函数']],
    ['no name across two words', '改變數據', ['改变', '数据']],
    ['Japanese, cut as it is written', 'この拡張機能を開く', ['この', '拡张', '机能', 'を', '开く']],
    ['Japanese', '接続プールがリークする', ['接続', 'プール', 'が', 'リーク', 'する']],
    ['Thai', 'หน้าต่างปิดเอง', ['หน้าต่าง', 'ปิด', 'เอง']],
    ['Korean with what grammar adds', '연결이 끊깁니다 workers에서', ['연결', '끊깁니다', 'worker']],
    ['Arabic and Hebrew', 'المحرر לא', ['المحرر', 'לא']],
    ['words beside NUL and emoji', 'pool\u0000leak 🎉queue', ['pool', 'leak', 'queue']],
    ['nothing but marks', '😀 --- ... ?!', []],
  ])('reads %s', (_, text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  it('tells where each term stands', () => {
    const text = 'the retryJob 连接';
    const spelled: string[] = [];

    scanTerms(text, (_key, start, end, kind) => spelled.push(`${kind}:${text.slice(start, end)}`));

    expect(spelled).toEqual(['word:the', 'word:retry', 'word:Job', 'code:retryJob', 'word:连接']);
  });

  it('leaves out words that no person wrote', () => {
    expect(keys(`${'x'.repeat(200)} ok`)).toEqual(['ok']);
  });
});
