import { describe, expect, it } from 'vitest';
import { toHtml } from '../../site/ui/markdown.ts';

describe('a text in Markdown', () => {
  it('has paragraphs, lists, emphasis, headings below those of the page, and links', () => {
    expect(toHtml('Eerst dit.\n\nDan **dat**, *echt*.')).toBe(
      '<p>Eerst dit.</p>\n<p>Dan <strong>dat</strong>, <em>echt</em>.</p>\n',
    );
    expect(toHtml('- een\n- twee')).toBe('<ul>\n<li>een</li>\n<li>twee</li>\n</ul>\n');
    expect(toHtml('# Kop\n\n##### Klein')).toBe('<h3>Kop</h3>\n<h5>Klein</h5>\n');
    expect(toHtml('[KVK](https://www.kvk.nl/)')).toBe(
      '<p><a href="https://www.kvk.nl/" rel="nofollow noopener">KVK</a></p>\n',
    );
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<b onmouseover="alert(1)">x</b>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:x)',
    '[x](//elders.example/x)',
    '[x](/uitloggen)',
    '![x](https://elders.example/x.png)',
    '![x](data:image/png;base64,AAAA)',
    '[x]: javascript:alert(1)\n\n[x]',
    '<https://goed.example/"onmouseover="alert(1)>',
    '[x](https://goed.example/"onmouseover=alert(1))',
    '`<script>`',
    '    <script>alert(1)</script>',
    '| a | b |\n|---|---|\n| <i>x</i> | y |',
  ])('keeps %s from becoming anything else', (text) => {
    const html = toHtml(text);
    const tags = [...html.matchAll(/<\/?([a-z0-9]+)([^>]*)>/g)];
    for (const [, tag, attributes] of tags) {
      expect(['p', 'a', 'br', 'ul', 'li']).toContain(tag);
      expect(attributes).toMatch(/^( href="https:\/\/[^"<>]*" rel="nofollow noopener"( title="[^"<>]*")?)?$/);
    }
    expect(html).not.toMatch(/<(script|img|b|i|code|table)/);
  });
});
