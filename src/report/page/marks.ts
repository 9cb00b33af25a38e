import { type Html, html } from './html.js';

/** A number with its thousands apart. */
export const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** The address of the list with these filters; the script reads it (browser/address.js). */
export function listAddress(filter: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(filter).map(([name, value]) => `${name}=${encoded(value)}`);
  return `#findings${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

/** Half a surrogate pair cannot be encoded; no place or rule is known by one. */
const encoded = (value: string): string => encodeURIComponent(value.replace(/[\ud800-\udfff]/gu, '�'));

/** A count that leads to its findings; a dash where there are none. */
export const link = (address: string, count: string): Html =>
  count === '0' ? html`<span class="zero">-</span>` : html`<a href="${address}">${count}</a>`;
