import { describe, expect, it } from '@jest/globals';
import { html, trusted } from '../../src/web/html.ts';

describe('html', () => {
  it('escapes every text, in content and in attributes', () => {
    const hostile = `<script>"'&`;

    expect(html`<p title="${hostile}">${hostile}</p>`.markup).toBe(
      '<p title="&#60;script&#62;&#34;&#39;&#38;">&#60;script&#62;&#34;&#39;&#38;</p>',
    );
  });

  it('takes markup, lists of markup, numbers and nothing', () => {
    const list = ['a<', 'b'].map((item) => html`<li>${item}</li>`);

    expect(html`<ul>${list}</ul>${7}${null}${trusted('<hr>')}`.markup).toBe('<ul><li>a&#60;</li><li>b</li></ul>7<hr>');
  });
});
