import { describe, expect, it } from '@jest/globals';
import { articlesOf } from '../../src/feeds/articles.ts';
import { decodeText } from '../../src/feeds/decode-text.ts';
import { htmlText } from '../../src/feeds/html-text.ts';
import { parseEntries } from '../../src/feeds/parse-entries.ts';

const asked = new URL('https://blog.example.com/feed.xml');

function articles(text: string, found = asked) {
  return articlesOf(parseEntries(text, 100), { asked, found, newest: 10, notHome: ['github.com'] });
}

function rss(items: string, home = 'https://blog.example.com/'): string {
  return `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><link>${home}</link>${items}</channel></rss>`;
}

describe('a feed', () => {
  const article = {
    fact: {
      kind: 'document',
      id: 'https://blog.example.com/cache',
      url: 'https://blog.example.com/cache',
      title: 'Cache & shards',
      body: 'First line.\nSecond line.',
    },
    time: '2026-11-23T10:00:00.000Z',
  };
  const html = '<p>First <b>line</b>.</p><script>steal()</script><p>Second line.</p>';

  it.each([
    [
      'RSS 2.0',
      rss(
        `<item><title>Cache &amp;amp; shards</title><link>https://blog.example.com/cache</link>
         <description>Short.</description><content:encoded><![CDATA[${html}]]></content:encoded>
         <pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate></item>`,
      ),
    ],
    [
      'RDF',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
         xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><link>https://blog.example.com</link></channel>
       <item rdf:about="https://blog.example.com/cache"><title>Cache &amp; shards</title>
         <description>${html.replace(/</g, '&lt;')}</description><dc:date>2026-11-23T10:00:00Z</dc:date></item></rdf:RDF>`,
    ],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="https://elsewhere.example/feed"/>
       <link href="https://blog.example.com/"/><entry><id>urn:1</id><title type="html">Cache &amp;amp; shards</title>
       <link rel="enclosure" href="https://blog.example.com/talk.mp3"/><link rel="alternate" href="/cache"/>
       <published>2026-11-23T11:00:00+01:00</published><updated>2026-11-24T10:00:00Z</updated>
       <content type="html"><![CDATA[${html}]]></content></entry></feed>`,
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Blog',
        home_page_url: 'https://blog.example.com/',
        items: [
          {
            id: '1',
            url: 'https://blog.example.com/cache',
            title: 'Cache & shards',
            content_html: html,
            date_published: '2026-11-23T10:00:00Z',
          },
        ],
      }),
    ],
  ])('of %s gives its articles', (_, text) => {
    expect(articles(text)).toEqual([article]);
  });

  it('may link to its own host and to that of its home page, and nowhere else', () => {
    const at = (url: string) => `<item><title>t</title><link>${url}</link></item>`;
    const urls = [
      'https://blog.example.com/own',
      'http://www.example.com/home',
      'https://example.com:443/home',
      'https://evil.example/',
      'https://blog.example.com.evil.example/',
      'https://blog.example.com@evil.example/',
      'https://example.com:8443/',
      'javascript:alert(1)',
      `https://example.com/${'a'.repeat(500)}`,
    ];

    const found = articles(rss(urls.map(at).join(''), 'https://www.example.com/'));

    expect(found.map(({ fact }) => fact.url)).toEqual([
      'https://blog.example.com/own',
      'http://www.example.com/home',
      'https://example.com/home',
    ]);
  });

  it('may not claim that GitHub is its home: a link to a thread would be told there', () => {
    const item = '<item><title>t</title><link>https://github.com/acme/engine/issues/1</link></item>';

    expect(articles(rss(item, 'https://github.com/acme'))).toEqual([]);
  });

  it('of Atom whose content lies elsewhere is read by its summary', () => {
    const entry =
      '<entry><id>1</id><title>t</title><link href="/1"/><content type="image/png" src="x.png"/><summary type="html">&lt;p&gt;Short.&lt;/p&gt;</summary></entry>';

    expect(articles(`<feed xmlns="http://www.w3.org/2005/Atom">${entry}</feed>`)[0]?.fact.body).toBe('Short.');
  });

  it('that was led on elsewhere gains no host by that', () => {
    const found = new URL('https://cdn.example.net/feed.xml');
    const items = ['https://cdn.example.net/a', 'https://blog.example.com/b'].map(
      (url) => `<item><title>t</title><link>${url}</link></item>`,
    );

    expect(articles(rss(items.join('')), found).map(({ fact }) => fact.url)).toEqual(['https://blog.example.com/b']);
  });

  it('never expands entities of its own', () => {
    const bomb = `<!DOCTYPE r [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
    const item = '<item><title>t</title><link>https://blog.example.com/1</link><description>&b;</description></item>';

    expect(articles(bomb + rss(item))[0]?.fact.body).toBe('&b;');
  });

  it('that would have us read a file is no feed', () => {
    const file = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

    expect(() => articles(file + rss('<item><title>&x;</title></item>'))).toThrow(
      expect.objectContaining({ problem: { kind: 'not-a-feed' } }),
    );
  });

  it('may name its document type', () => {
    const type = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "https://example.com/rss-0.91.dtd">';

    expect(articles(type + rss('<item><title>t</title><link>https://blog.example.com/1</link></item>'))).toHaveLength(
      1,
    );
  });

  it.each([
    ['tags', rss('<item><title>a</title></item>'.repeat(30_000))],
    ['attributes', rss(`<item ${Array.from({ length: 2_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`)],
    ['namespaces', rss('<item xmlns:a="b"/>'.repeat(3_000))],
    ['brackets', `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(20_000)}`],
  ])('of too many %s is not parsed', (_, text) => {
    expect(() => parseEntries(text, 100)).toThrow(expect.objectContaining({ problem: { kind: 'too-large' } }));
  });

  it.each([
    ['Use Vec&lt;T&gt; well', 'Use Vec<T> well'],
    ['&lt;b&gt;New&lt;/b&gt; &amp;amp; shiny', 'New & shiny'],
    ['<![CDATA[[click](https://evil.example) @mara]]>', '[click](https://evil.example) @mara'],
    ['  two\n lines ', 'two lines'],
    ['x'.repeat(1_000), 'x'.repeat(300)],
  ])('keeps the title %s as data', (title, expected) => {
    const [first] = articles(rss(`<item><title>${title}</title><link>https://blog.example.com/1</link></item>`));

    expect(first?.fact.title).toBe(expected);
  });

  it('names an article without a title by how it begins, and leaves out one that says nothing', () => {
    const item = (text: string, n: number) =>
      `<item><link>https://blog.example.com/${n}</link><description>${text}</description></item>`;

    const found = articles(rss(item('We released 2.0 today.', 1) + item(' ', 2)));

    expect(found.map(({ fact }) => fact.title)).toEqual(['We released 2.0 today.']);
  });
});

describe('text of HTML', () => {
  it('is what a reader sees, a line a block', () => {
    const html =
      '<h1>Title</h1><style>p{}</style><ul><li>one<li>two &amp; three</ul><!-- hidden --><pre>a\n b</pre><svg><text>x</text></svg>end';

    expect(htmlText(html, 1_000)).toBe('Title\none\ntwo & three\na\nb\nend');
  });

  it.each([
    ['unclosed tags', '<b>'.repeat(400_000)],
    ['unclosed attributes', `<a ${'b="'.repeat(300_000)}`],
    ['half tags', '<'.repeat(1_000_000)],
  ])('is soon found among %s', (_, html) => {
    expect(htmlText(`seen ${html}`, 100).startsWith('seen')).toBe(true);
  });
});

describe('text of bytes', () => {
  const kana = Buffer.from([0x83, 0x4c, 0x83, 0x83]);

  it.each([
    ['a byte order mark', Buffer.from('\ufeffcaché'), 'text/xml; charset=iso-8859-1', 'caché'],
    ['a byte order mark of UTF-16', Buffer.from('\ufeffcaché', 'utf16le'), '', 'caché'],
    ['the header', kana, 'text/xml; charset="Shift_JIS"', 'キャ'],
    [
      'the declaration',
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?>é', 'latin1'),
      'text/xml',
      '<?xml version="1.0" encoding="ISO-8859-1"?>é',
    ],
    ['nothing', Buffer.from('é'), '', 'é'],
    ['nothing, and is no UTF-8', Buffer.from('é', 'latin1'), '', 'é'],
    ['a header that names nothing we know', Buffer.from('é'), 'text/xml; charset=martian', 'é'],
  ])('goes by %s', (_, bytes, contentType, expected) => {
    expect(decodeText(bytes, contentType)).toBe(expected);
  });
});
