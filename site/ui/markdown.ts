import MarkdownIt from 'markdown-it';

/** The page has its own headings above what people write. */
const HIGHEST_HEADING = 3;

// No HTML, no pictures from elsewhere, nothing that needs a style of its own.
const markdown = new MarkdownIt({ html: false, linkify: false }).disable([
  'image',
  'code',
  'fence',
  'backticks',
  'table',
  'hr',
  'lheading',
  'html_block',
  'html_inline',
  'reference',
]);
const isWeb = /^(https?|mailto):/i;
markdown.validateLink = (url) => isWeb.test(url.trim());
markdown.renderer.rules.link_open = (tokens, at, options, _, self) => {
  tokens[at]!.attrSet('rel', 'nofollow noopener');
  return self.renderToken(tokens, at, options);
};
markdown.core.ruler.push('headings', ({ tokens }) => {
  for (const token of tokens) {
    if (token.type.startsWith('heading'))
      token.tag = `h${Math.max(HIGHEST_HEADING, Number(token.tag.slice(1)))}`;
  }
});

/** What people typed, as HTML that holds nothing but paragraphs, lists, quotes, headings, emphasis and links to the web. */
export const toHtml = (text: string): string => markdown.render(text);
