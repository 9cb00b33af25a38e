/**
 * What follows `#` in the page's address: the view, and what it is to show (`findings?family=exit&severity=high`).
 * @typedef {object} Address
 * @property {string} view
 * @property {Object<string, string>} values
 */

/**
 * @param {string} hash
 * @returns {Address}
 */
export function readAddress(hash) {
  const text = hash.replace(/^#/, '');
  const cut = text.indexOf('?');
  const view = cut < 0 ? text : text.slice(0, cut);
  /** @type {Object<string, string>} */
  const values = Object.create(null);
  for (const pair of cut < 0 ? [] : text.slice(cut + 1).split('&')) {
    const at = pair.indexOf('=');
    if (at > 0) values[decoded(pair.slice(0, at))] = decoded(pair.slice(at + 1));
  }
  return { view, values };
}

/**
 * The address of a view with those of its values that are not empty.
 * @param {string} view
 * @param {Object<string, string>} values
 * @returns {string}
 */
export function writeAddress(view, values) {
  const pairs = Object.keys(values)
    .filter(name => values[name] !== '')
    .map(name => encodeURIComponent(name) + '=' + encodeURIComponent(values[name]));
  return '#' + view + (pairs.length > 0 ? '?' + pairs.join('&') : '');
}

/**
 * Somebody may have typed it.
 * @param {string} text
 */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch (_) {
    return text;
  }
}
