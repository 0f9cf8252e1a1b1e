import { createHash } from 'node:crypto';
import { CLIENT } from './client.ts';
import { SHOWN_LEVELS } from './findings.ts';
import { type Content, type Html, html, trusted } from './html.ts';
import type { ReportSummary } from './report.ts';
import { STYLE } from './style.ts';
import { bilingual, count, plain, say, term } from './words.ts';

/** Nothing may be loaded, sent or run but this page's own style and script, named by their hashes. */
function policy(): string {
  const hash = (source: string) => `'sha256-${createHash('sha256').update(source, 'utf8').digest('base64')}'`;
  return `default-src 'none'; style-src ${hash(STYLE)}; script-src ${hash(CLIENT)}; base-uri 'none'; form-action 'none'`;
}

/** The page up to its first section: head, title, counts, filters. */
export function pageStart(summary: ReportSummary): Html {
  const title = plain('page.title');
  const product = plain('page.product');
  const documentTitle = { vi: `${title.vi} – ${product.vi}`, en: `${title.en} – ${product.en}` };
  return html`<!doctype html>
<html lang="vi" data-title-vi="${documentTitle.vi}" data-title-en="${documentTitle.en}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${documentTitle.vi}</title>
<style>${trusted(STYLE)}</style>
<script>${trusted(CLIENT)}</script>
</head>
<body>
<a class="skip" href="#main">${say('page.skip')}</a>
<header class="masthead" id="top">
<div class="title">
<p class="product">${say('page.product')}</p>
<h1>${say('page.title')}</h1>
<p class="lead">${say('page.lead')}</p>
</div>
<div class="language" role="group" aria-labelledby="language-label"><span id="language-label" class="unseen">${say('page.language')}</span>${languageButton('vi', true)}${languageButton('en', false)}</div>
${counts(summary)}
</header>
${toolbar(summary)}
<main id="main">
`;
}

function languageButton(language: 'vi' | 'en', chosen: boolean): Html {
  return html`<button type="button" lang="${language}" data-language="${language}" aria-pressed="${chosen ? 'true' : 'false'}">${plain('page.languageName')[language]}</button>`;
}

function counts(summary: ReportSummary): Html {
  const figures = (['sources', 'documents', 'divisions', 'citations', 'targets', 'assignments', 'works'] as const).map(
    (name) => html`<div><dt>${say(`page.${name}`)}</dt><dd>${count(summary[name])}</dd></div>`,
  );
  const levels = SHOWN_LEVELS.map(
    (level) => html`<div class="${level}"><dt><span class="dot ${level}" aria-hidden="true"></span>${term('level', level)}</dt><dd>${count(summary.findings[level])}</dd></div>`,
  );
  const problems = summary.problems.length > 0 && html`<div class="error"><dt><a href="#problems">${say('page.problems')}</a></dt><dd>${count(summary.problems.length)}</dd></div>`;
  return html`<dl class="figures">${figures}${levels}${problems}</dl>`;
}

function toolbar({ findings, documents, targets, assignments, problems }: ReportSummary): Html {
  const all = SHOWN_LEVELS.reduce((total, level) => total + findings[level], 0);
  const link = (id: string, name: Content, size: number | null) => html`<li><a href="#${id}">${name}${size !== null && html` <span class="n">${count(size)}</span>`}</a></li>`;
  return html`<div class="toolbar">
<nav aria-labelledby="sections-label"><span id="sections-label" class="unseen">${say('page.sections')}</span><ul>${link('findings', say('page.findings'), all)}${link('documents', say('page.documents'), documents)}${link('targets', say('page.targets'), targets)}${link('tasks', say('page.assignments'), assignments)}${link('details', say('page.details'), null)}${problems.length > 0 && link('problems', say('page.problems'), problems.length)}</ul></nav>
<div class="filters" role="search">
<div class="search"><label for="search">${say('page.search')}</label><input id="search" type="search" autocomplete="off" spellcheck="false" aria-describedby="search-hint"><span id="search-hint" class="unseen">${say('page.searchHint')}</span></div>
<div class="level-filter" role="group" aria-labelledby="levels-label"><span id="levels-label" class="unseen">${say('page.byLevel')}</span>${SHOWN_LEVELS.map(
    (level) =>
      html`<button type="button" class="${level}" data-filter-level="${level}" aria-pressed="true"><span class="dot ${level}" aria-hidden="true"></span>${term('level', level)}</button>`,
  )}</div>
<p class="result" role="status"><span data-count="finding"></span> ${say('page.shownFindings')} · <span data-count="document"></span> ${say('page.shownDocuments')} <button type="button" data-reset hidden>${say('page.reset')}</button></p>
</div>
</div>`;
}

/** The files that could not be read, and the end of the page. */
export function pageEnd({ problems }: ReportSummary): Html {
  const rows = problems.map(
    ({ file, message }) => html`<tr><th scope="row"><code class="place">${file}</code></th><td>${bilingual(message)}</td></tr>
`,
  );
  return html`<section id="problems" aria-labelledby="problems-heading">
<h2 id="problems-heading">${say('page.problems')}</h2>
${
  rows.length === 0
    ? html`<p class="empty">${say('problem.none')}</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="problems-heading"><table class="problems"><caption class="unseen">${say('problem.caption')}</caption><thead><tr><th scope="col">${say('problem.file')}</th><th scope="col">${say('problem.message')}</th></tr></thead><tbody>
${rows}</tbody></table></div>`
}
</section>
</main>
<footer><p>${say('page.dates')} ${say('page.offline')}</p><p><a href="#top">${say('page.toTop')}</a></p></footer>
</body>
</html>
`;
}
