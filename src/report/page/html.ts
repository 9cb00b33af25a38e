/** A piece of markup that is safe to put into the page: made by `html`, or by who knows that it is. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | undefined | readonly Html[];

/**
 * Markup from a template: whatever is filled in is escaped, unless it is markup itself; a list of markup is joined, undefined is
 * nothing. Values stand in element text or in quoted attributes, nowhere else.
 */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const markup = texts.map((text, index) => text + (index < parts.length ? markupOf(parts[index]) : ''));
  return { markup: markup.join('') };
}

/** Markup as it stands; only for what this code has made itself. */
export const trusted = (markup: string): Html => ({ markup });

/** A piece of markup when the condition holds, else nothing. */
export const when = (condition: boolean, piece: () => Html): Html => (condition ? piece() : trusted(''));

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  if ('markup' in part) return part.markup;
  return part.map(({ markup }) => markup).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it must stand in markup. */
export const escapeHtml = (text: string): string =>
  withoutControls(text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? ''));

/** Control characters, which no page may hold, as spaces; those that turn the direction of a text too. */
export const withoutControls = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ');

/** JSON that may stand in a script element: nothing in it can end the element or begin a comment. */
export function jsonInHtml(value: unknown): Html {
  return trusted(
    withoutControls(JSON.stringify(value))
      .replace(/</g, '\\u003c')
      .replace(/\u2028/g, '\\u2028')
      .replace(/\u2029/g, '\\u2029'),
  );
}
