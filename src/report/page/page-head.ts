import { maskFor } from '../masking.js';
import { labelOf, say, type TextKey } from '../messages.js';
import type { ReportModel } from '../model.js';
import type { Assets } from './assets.js';
import { type Html, html, trusted, when } from './html.js';

/** From the doctype to the head's end. Nothing may be loaded, sent or run but the one style sheet and the one script of the page. */
export function pageHead(model: ReportModel, { styleHash, scriptHash, style }: Assets): Html {
  const { lang } = model;
  const policy = [
    "default-src 'none'",
    `script-src '${scriptHash}'`,
    `style-src '${styleHash}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`<!DOCTYPE html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${pageTitle(model)} ${model.asOf}</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
`;
}

const pageTitle = ({ lang, county }: ReportModel): string =>
  say(lang, 'page.title', { county: county || say(lang, 'page.no-county') });

const VIEWS = ['overview', 'findings', 'villages', 'coverage'] as const;

/** Title, what run it is, the warnings, and the way to the four views. */
export function pageHeader(model: ReportModel): Html {
  const { lang } = model;
  const mask = maskFor(model.mask, 'page');
  const source = labelOf(lang, 'as-of', model.asOfSource);
  const facts = [
    say(lang, 'page.as-of', { date: model.asOf, source }),
    say(lang, 'page.policy', { policy: model.policy.title[lang] }),
    say(lang, 'page.run', { run: model.runId }),
    say(lang, 'page.tool', { version: model.toolVersion }),
    say(lang, `page.mask-${mask}` satisfies TextKey),
  ];
  return html`<a class="skip" href="#content">${say(lang, 'page.skip')}</a>
<header>
<h1>${pageTitle(model)}</h1>
<p class="run">${facts.map((fact) => html`<span>${fact}</span> `)}</p>
<p class="suspected">${say(lang, 'page.suspected')}</p>
${incomplete(model)}
<nav aria-label="${say(lang, 'nav.label')}">
${VIEWS.map((view) => html`<a id="to-${view}" href="#${view}">${say(lang, `nav.${view}`)}</a>\n`)}</nav>
</header>
<noscript><p class="warning">${say(lang, 'page.no-script')}</p></noscript>
`;
}

/** What makes the whole audit less than it should be is said before anything that it found. */
function incomplete({ lang, unread = [], rules }: ReportModel): Html {
  const failed = rules.filter(({ status }) => status === 'failed').length;
  const what = [
    ...(unread.length > 0 ? [say(lang, 'page.incomplete-unread', { count: unread.length })] : []),
    ...(failed > 0 ? [say(lang, 'page.incomplete-failed', { count: failed })] : []),
  ].join(say(lang, 'list-separator'));
  return when(
    what !== '',
    () => html`<p class="warning" role="alert">${say(lang, 'page.incomplete', { what })}</p>`,
  );
}
