/** Of our own making, in the forms that reports take. */
export const markdownSamples: Record<string, string> = {
  'an issue form': '### Version\n\n2.4.1\n\n### Log\n\n```shell\nnpm ERR! code E1\n```\n\n### Browser\n\n_No response_',
  'a template with comments':
    '<!-- Thank you\nfor the report -->\n**Describe the bug**\nIt stops.\n\n## Steps\n<!-- how? -->\n1. Start\n2. Wait',
  'a report with a trace':
    'Since **2.4** the `pool` leaks:\n\n```\nError: no pool\n    at Pool.take (src/pool.js:12:5)\n```\n\nAny idea?',
  'a log without a fence': 'It says\n[10:22:01] WARN pool is empty\n[10:22:02] ERROR gave up\nand ends.',
  'an answer below a quote': '> does it help\n> to restart?\n\nNo, it does not.',
  'a quote with code': '> see\n>\n> ```\n> take();\n> ```\n\nThat is wrong.',
  'nested lists': '- first\n  - second\n    - third\n\n      below third\n- fourth',
  'code in a list': '1. Run\n\n   ```sh\n   npm start\n   ```\n\n2. Look at\n\n       indented code\n\n3. Done',
  'a task list': '- [x] tests pass\n- [ ] docs say so\n  - [ ] in Chinese too',
  'a table': '| name | value |\n| :--- | ----: |\n| pool | ten |\n| queue | two |',
  'links and images':
    'See [the guide](https://example.org/guide "Guide") and https://example.org/pool.\n\n![a picture](https://example.org/x.png)',
  'underlined headings': 'Pool\n====\n\nIt leaks.\n\nQueue\n-----\n\nIt waits.',
  'a rule between': 'before\n\n---\n\nafter\n\n***\n\nend',
  'indented code': 'Run this:\n\n    npm start\n\n\tnpm stop\n\nand wait.',
  'a fence of tildes': '~~~ python title="a"\nprint("```")\n~~~\nsaid',
  'a fence within a fence': '````md\n```js\ntake();\n```\n````\n\nshown above',
  'three ticks within a line': '```take()``` fails\nevery time',
  'a patch': '```diff\n--- a/pool.ts\n+++ b/pool.ts\n@@ -1 +1 @@\n-take();\n+give();\n```',
  details: '<details>\n<summary>Log</summary>\n\n```\nno pool\n```\n\n</details>\n\nThat is all.',
  'bold and crossed out': 'It is **very** _slow_ and ~~broken~~ odd.',
  entities: 'List&lt;Pool&gt; &amp; Map&lt;Queue&gt; differ',
  'windows lines': '# Pool\r\n\r\nIt leaks.\r\n\r\n```\r\ntake();\r\n```\r\n',
  Chinese: '## 问题描述\n\n连接池泄漏，重启后恢复。\n\n```go\npool.Take()\n```\n\n> 请提供版本\n\n版本是最新的。',
  Japanese: '# 概要\n\n接続プールが漏れる。\n\n- 再起動で直る\n- ログは無い',
  Hebrew: '# שגיאה\n\nהמאגר דולף\n\n- פריט',
  emoji: '# 🎉 Pool\n\nit works 👍🏽 now',
  nothing: '',
};
