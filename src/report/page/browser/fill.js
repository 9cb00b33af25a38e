/**
 * Fills a message's template as `fill` of src/bilingual.ts does, in the words of a 2017 browser.
 * @param {string} template
 * @param {Object<string, string | number | null | undefined>} values
 * @param {string} missing what stands where a value is missing
 * @returns {string}
 */
export function fillTemplate(template, values, missing) {
  const isMissing = (/** @type {string} */ name) => {
    const value = Object.prototype.hasOwnProperty.call(values, name) ? values[name] : undefined;
    return value === undefined || value === null || value === '';
  };
  return template
    .replace(/\[\[!(\w+)\|([\s\S]*?)\]\]/g, (_, name, part) => (isMissing(name) ? part : ''))
    .replace(/\[\[([\s\S]*?)\]\]/g, (_, part) => {
      const places = part.match(/\{\w+\}/g) || [];
      return places.some((/** @type {string} */ place) => isMissing(place.slice(1, -1))) ? '' : part;
    })
    .replace(/\{(\w+)\}/g, (_, name) => (isMissing(name) ? missing : String(values[name])));
}
