import { expect, test } from 'vitest';
import { bars, lines } from '../../site/ui/charts/charts.ts';

const about = { labels: ['<b>Oost</b>', 'Onbekend'], format: String, width: 328 };

test('a chart has nothing that the security policy refuses, and no text that becomes markup', () => {
  const series = [{ name: 'Lid', values: [1, null] }];
  for (const svg of [bars({ ...about, series, marks: [2, null] }), lines({ ...about, series })]) {
    expect(svg).not.toMatch(/style=|<style|<script|class=|#00000[1-7]/);
    expect(svg).not.toContain('<b>');
    expect(svg).toContain('&lt;b&gt;Oost&lt;/b&gt;');
    expect(svg).toContain('var(--basis-color-action-1-color-default)');
  }
});

test('bars say their total, and nothing where a value is protected', () => {
  const series = [
    { name: 'Lid', values: [12, null] },
    { name: 'Geen lid', values: [3, null] },
  ];
  const words = [...bars({ ...about, series }).matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
  expect(words).toEqual(['&lt;b&gt;Oost&lt;/b&gt;', 'Onbekend', '15']);
});
