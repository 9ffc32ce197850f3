import { describe, expect, it } from '@jest/globals';
import { csv } from '../../src/web/csv.ts';
import { parsedCsv } from './parsed-csv.ts';

describe('csv', () => {
  it('quotes what needs it, and nothing else', () => {
    expect(
      csv(
        ['a', 'b,c'],
        [
          ['say "hi"', 'two\nlines'],
          [1.5, null],
          [true, ''],
        ],
      ),
    ).toBe('\uFEFFa,"b,c"\r\n"say ""hi""","two\nlines"\r\n1.5,\r\ntrue,\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1', '－1'])(
    'gives no spreadsheet %j to run',
    (text) => {
      expect(parsedCsv(csv(['a'], [[text]]))[1]).toEqual([`'${text}`]);
    },
  );

  it('leaves numbers below 0 and words with such signs inside alone', () => {
    expect(csv(['a'], [[-3], ['well-known'], ['a=b'], ['me@example.com']])).toBe(
      '\uFEFFa\r\n-3\r\nwell-known\r\na=b\r\nme@example.com\r\n',
    );
  });
});
