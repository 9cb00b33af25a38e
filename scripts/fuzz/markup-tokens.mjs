// Markup as tokens: tags, text and what else XML has, each a string; joined again they are the markup.

const TOKEN = /<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<[^>]*>|[^<]+|</gs;

export const tokensOf = (markup) => markup.match(TOKEN) ?? [];

export const isTag = (token) => /^<[^!?]/.test(token);
export const isOpening = (token) => /^<[^/!?]/.test(token) && !/\/>$/.test(token);
export const isText = (token) => !token.startsWith('<');
const hasAttribute = (token) => /^<[^!?/][^>]*=/.test(token);

/** Where the element ends that opens at `from`: behind its closing tag, or behind its own where there is none. */
export function elementEnd(tokens, from) {
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    if (isOpening(tokens[at])) depth += 1;
    else if (/^<\//.test(tokens[at])) depth -= 1;
    if (depth <= 0) return at + 1;
  }
  return from + 1;
}

/** Place of one of the tokens that `wanted` takes; -1 when there is none. */
export function someToken(random, tokens, wanted) {
  const found = tokens.flatMap((token, index) => (wanted(token) ? [index] : []));
  return found.length === 0 ? -1 : random.pick(found);
}

/** Changes one of the tokens that `wanted` takes. */
export function onToken(random, tokens, wanted, change) {
  const index = someToken(random, tokens, wanted);
  if (index < 0) return tokens;
  return [...tokens.slice(0, index), change(tokens[index]), ...tokens.slice(index + 1)];
}

/** Changes one element, which `change` gets as its tokens. */
export function onElement(random, tokens, change) {
  const at = someToken(random, tokens, isOpening);
  if (at < 0) return tokens;
  const end = elementEnd(tokens, at);
  return [...tokens.slice(0, at), ...change(tokens.slice(at, end)), ...tokens.slice(end)];
}

/** Changes one attribute of one tag, which `change` gets with the space before it. */
export const onAttribute = (random, tokens, change) =>
  onToken(random, tokens, hasAttribute, (token) => {
    const attributes = Array.from(token.matchAll(/\s[\w:.-]+\s*=\s*("[^"]*"|'[^']*')/g));
    if (attributes.length === 0) return token;
    const { 0: whole, index } = random.pick(attributes);
    return token.slice(0, index) + change(whole) + token.slice(index + whole.length);
  });

export const elementName = (token) => /^<([^\s>/]+)/.exec(token)?.[1] ?? 'x';
