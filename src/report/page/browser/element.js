/**
 * An element with attributes and children. Texts become text nodes and nothing else: no value is ever read as markup.
 * @param {string} tag
 * @param {Object<string, string | boolean | (() => void)>} [attributes] `onclick` takes a function; false leaves an attribute out
 * @param {(Node | string)[]} [children]
 * @returns {HTMLElement}
 */
export function element(tag, attributes, children) {
  const made = document.createElement(tag);
  const given = attributes || {};
  Object.keys(given).forEach(name => {
    const value = given[name];
    if (typeof value === 'function') made.addEventListener(name.replace(/^on/, ''), value);
    else if (value === true) made.setAttribute(name, '');
    else if (typeof value === 'string') made.setAttribute(name, value);
  });
  (children || []).forEach(child => {
    made.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
  });
  return made;
}

/**
 * Puts other children in place of those that an element has.
 * @param {Element} parent
 * @param {Node[]} children
 */
export function replaceChildren(parent, children) {
  while (parent.firstChild) parent.removeChild(parent.firstChild);
  children.forEach(child => {
    parent.appendChild(child);
  });
}

/**
 * The element of that id; the page's markup has it.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error('no element ' + id);
  return found;
}

/**
 * A number with its thousands apart.
 * @param {number} value
 * @returns {string}
 */
export function grouped(value) {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
