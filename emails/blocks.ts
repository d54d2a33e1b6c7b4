import { escapeHtml, oneLine } from './safe.ts';
import { css } from './styles.ts';

type Link = { label: string; url: string };
export type Row = { label: string; lines: string[]; link?: Link; strong?: true };

/** The pieces a mail is built of. Both forms are made from the same pieces, so they say the same. */
export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'action'; action: Link }
  | { kind: 'link'; link: Link; quiet?: true }
  | { kind: 'code'; label: string; code: string }
  | { kind: 'panel'; title: string; rows: Row[] };

export const text = (value: string): Block => ({ kind: 'text', text: value });
export const note = (value: string): Block => ({ kind: 'note', text: value });
export const action = (label: string, url: string): Block => ({ kind: 'action', action: { label, url } });
export const link = (label: string, url: string): Block => ({ kind: 'link', link: { label, url } });
/** A way out that does not ask for attention. */
export const quietLink = (label: string, url: string): Block => ({
  kind: 'link',
  link: { label, url },
  quiet: true,
});
export const code = (label: string, value: string): Block => ({ kind: 'code', label, code: value });

/** Keeps `19.30 uur`, `€ 45` and `1182 JR` on one line. */
const html = (value: string) =>
  escapeHtml(oneLine(value)).replace(/\d uur\b|€ \d|\d{4} [A-Z]{2}\b/g, (match) =>
    match.replace(' ', '&nbsp;'),
  );
const p = (style: string, className: string, value: string) =>
  `<p class="${className}" style="${style}">${html(value)}</p>`;
const anchor = ({ url }: Link, style: string, className: string, label: string) =>
  `<a class="${className}" style="${style}" href="${html(url)}">${html(label)}</a>`;

export function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'text':
      return p(css.text, 'ink', block.text);
    case 'note':
      return p(css.note, 'soft', block.text);
    case 'action':
      return (
        `<p style="${css.action}">${anchor(block.action, css.button, 'button', block.action.label)}</p>` +
        `<p style="${css.url}">${anchor(block.action, css.urlLink, 'soft', block.action.url)}</p>`
      );
    case 'link':
      return block.quiet
        ? `<p class="soft" style="${css.quiet}">${html(block.link.label)}:<br>${anchor(block.link, css.quietLink, 'soft', block.link.url)}</p>`
        : `<p class="ink" style="${css.text}">${html(block.link.label)}:<br>${anchor(block.link, css.link, 'link', block.link.url)}</p>`;
    case 'code':
      return (
        p(css.codeLabel, 'ink', `${block.label}:`) +
        `<p class="code" style="${css.code}">${html(block.code)}</p>`
      );
    case 'panel':
      return (
        `<div class="panel" style="${css.panel}"><h2 class="ink" style="${css.panelTitle}">${html(block.title)}</h2>` +
        `<dl style="${css.list}">${block.rows.map(rowHtml).join('')}</dl></div>`
      );
  }
}

function rowHtml({ label, lines, link: target, strong }: Row) {
  const values = lines.map(html);
  if (target) values.push(anchor(target, css.smallLink, 'link', target.label));
  return `<dt class="soft" style="${css.label}">${html(label)}</dt><dd class="ink" style="${strong ? css.strongValue : css.value}">${values.join('<br>')}</dd>`;
}

export function blockText(block: Block): string {
  switch (block.kind) {
    case 'text':
    case 'note':
      return oneLine(block.text);
    case 'action':
      return linkText(block.action);
    case 'link':
      return linkText(block.link);
    case 'code':
      return `${oneLine(block.label)}: ${oneLine(block.code)}`;
    case 'panel':
      return [block.title, '-'.repeat(Math.min(block.title.length, 60)), ...block.rows.map(rowText)]
        .map(trimmed)
        .join('\n');
  }
}

const trimmed = (value: string) => value.trimEnd();
const linkText = ({ label, url }: Link) => `${oneLine(label)}:\n${oneLine(url)}`;

function rowText({ label, lines, link: target }: Row) {
  const values = [...lines, ...(target ? [target.label] : [])].map((line) => `  ${oneLine(line)}`);
  return `${oneLine(label)}:\n${values.join('\n')}`;
}
