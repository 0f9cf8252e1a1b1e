/**
 * The style sheet of the page. Two faces: the report speaks in the reader's system sans, the documents in a serif, so that what
 * was read is never taken for what was said about it. All faces named have the Vietnamese letters; nothing is loaded.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --sans: "Segoe UI", system-ui, -apple-system, Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  --serif: "Noto Serif", "Source Serif 4", Cambria, "Times New Roman", "Liberation Serif", serif;
  --mono: ui-monospace, "Cascadia Mono", Consolas, "SF Mono", Menlo, "DejaVu Sans Mono", monospace;
  --page: #f6f5f2; --surface: #fff; --sunken: #faf9f6; --line: #e2dfd8; --line-strong: #c9c5bb;
  --ink: #1e2227; --ink-2: #565d66; --ink-3: #676e77;
  --link: #1d4e89; --focus: #1d4e89; --mark: #ffe9a8; --mark-ink: #3b2c00;
  --error: #b3261e; --error-bg: #fcecea; --warning: #8a5300; --warning-bg: #fdf1dc; --info: #1f5fa8; --info-bg: #e9f1fb;
  --good: #1f6b45; --good-bg: #e8f4ec; --good-line: #a9d3ba;
  --shadow: 0 1px 2px rgb(30 34 39 / .05);
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #15181b; --surface: #1d2125; --sunken: #191c20; --line: #31363c; --line-strong: #4a5159;
    --ink: #e8e6e1; --ink-2: #b0b4b9; --ink-3: #959ba2;
    --link: #8fbdf2; --focus: #8fbdf2; --mark: #5c4a12; --mark-ink: #ffedb8;
    --error: #ff9d94; --error-bg: #40211f; --warning: #f2bd6b; --warning-bg: #3a2d17; --info: #93c1f5; --info-bg: #1d2f45;
    --good: #86d0a5; --good-bg: #1b3125; --good-line: #37614a; --shadow: none;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 6.75rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
html:not([lang="en"]) .en, html[lang="en"] .vi { display: none; }
html:not(.js) :is(.language, .filters, .section-head .all) { display: none; }
body { margin: 0; background: var(--page); color: var(--ink); font: 400 .9375rem/1.55 var(--sans); overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6, p, ul, ol, dl, dd, blockquote, pre { margin: 0; padding: 0; }
h1, h2, h3, h4, h5, h6 { line-height: 1.3; font-weight: 650; text-wrap: balance; }
ul { list-style: none; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:not(:hover) { text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
code { font: .82em/1.5 var(--mono); color: var(--ink-2); }
mark { background: var(--mark); color: var(--mark-ink); border-radius: 2px; padding: .05em .15em; margin: 0 -.05em; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
button, input { font: inherit; color: inherit; }
button { cursor: pointer; background: var(--surface); border: 1px solid var(--line-strong); border-radius: 6px; padding: .25rem .7rem; line-height: 1.4; }
button:hover { border-color: var(--ink-3); }
summary { cursor: pointer; }
summary::marker { color: var(--ink-3); }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; z-index: 3; background: var(--surface); padding: .5rem 1rem; border-radius: 0 0 6px 6px; }
.skip:focus { top: 0; }
.masthead, main, footer, .toolbar { padding-inline: max(1.25rem, calc((100% - 77rem) / 2)); }

/* head of the page */
.masthead { display: grid; grid-template-columns: 1fr auto; gap: 1.5rem 2rem; padding-block: 2rem 1.5rem; background: var(--surface); }
.product { font: italic 600 1.0625rem/1.4 var(--serif); color: var(--error); }
h1 { font-size: 1.75rem; letter-spacing: -.012em; margin-top: .1rem; }
.lead { color: var(--ink-2); max-width: 44rem; margin-top: .4rem; text-wrap: pretty; }
.language { align-self: start; display: flex; }
.language button { border-radius: 0; color: var(--ink-2); padding-block: .2rem; font-size: .875rem; }
.language button:first-of-type { border-radius: 6px 0 0 6px; }
.language button:last-of-type { border-radius: 0 6px 6px 0; margin-left: -1px; }
.language button[aria-pressed="true"] { background: var(--ink); border-color: var(--ink); color: var(--surface); }
.figures { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: .75rem 2.25rem; padding-top: 1.1rem; border-top: 1px solid var(--line); }
.figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end; min-width: 3.5rem; }
.figures dd { font-size: 1.625rem; line-height: 1.2; font-weight: 600; font-variant-numeric: tabular-nums lining-nums; letter-spacing: -.01em; }
.figures dt { font-size: .8125rem; color: var(--ink-2); }
.figures .error dd { color: var(--error); } .figures .warning dd { color: var(--warning); } .figures .info dd { color: var(--info); }
.figures div.error:not(.error ~ .error) { padding-left: 2.25rem; border-left: 1px solid var(--line); }

/* the bar that stays */
.toolbar { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.1rem; padding-block: .55rem; background: color-mix(in srgb, var(--surface) 94%, transparent); backdrop-filter: blur(8px); border-bottom: 1px solid var(--line-strong); border-top: 1px solid var(--line); font-size: .875rem; }
.toolbar nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
.toolbar nav a { color: var(--ink); font-weight: 600; text-decoration: none; }
.toolbar nav a:hover { text-decoration: underline; }
.filters { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .7rem; margin-left: auto; }
.search { display: flex; align-items: center; gap: .5rem; }
.search label { color: var(--ink-2); white-space: nowrap; }
.search input { width: 10.5rem; min-width: 0; background: var(--surface); border: 1px solid var(--line-strong); border-radius: 6px; padding: .25rem .6rem; }
.level-filter { display: flex; gap: .35rem; }
.level-filter button { display: inline-flex; align-items: center; padding: .2rem .6rem; border-radius: 99px; }
.level-filter button[aria-pressed="false"] { color: var(--ink-3); border-style: dashed; background: transparent; text-decoration: line-through; }
.level-filter button[aria-pressed="false"] .dot { background: transparent; box-shadow: inset 0 0 0 1.5px var(--ink-3); }
.result { color: var(--ink-2); font-variant-numeric: tabular-nums; white-space: nowrap; }
.result button { margin-left: .4rem; padding: .1rem .5rem; font-size: .8125rem; }
.dot { display: inline-block; flex: none; width: .55rem; height: .55rem; border-radius: 50%; margin-right: .4rem; background: currentColor; }
.dot.error { color: var(--error); } .dot.warning { color: var(--warning); } .dot.info { color: var(--info); }
.n { font-weight: 400; color: var(--ink-3); font-variant-numeric: tabular-nums; }

/* sections */
main > section { margin-top: 2.75rem; }
h2 { font-size: 1.3125rem; letter-spacing: -.008em; margin-bottom: .9rem; }
.level-group { margin-top: 1.5rem; }
h2 + .level-group { margin-top: 0; }
.aside { margin-top: 1.5rem; }
.aside > summary { color: var(--link); }
.level-group > h3 { font-size: 1rem; margin-bottom: .6rem; }
.section-head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .5rem 1rem; }
.all { display: flex; gap: .4rem; font-size: .8125rem; }
.empty, .note { color: var(--ink-2); }
.note { margin-bottom: .9rem; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow); content-visibility: auto; contain-intrinsic-size: auto 30rem; }
.card + .card { margin-top: 1.1rem; }
.card:target { border-color: var(--focus); box-shadow: 0 0 0 1px var(--focus); }
.label { color: var(--ink-2); font-size: .8125rem; margin-right: .35rem; }
.tag { display: inline-block; vertical-align: .06em; font: 600 .75rem/1.35 var(--sans); padding: .08rem .45rem; border-radius: 4px; color: var(--ink-2); background: color-mix(in srgb, var(--ink) 8%, transparent); max-width: 100%; }
.tag.error { color: var(--error); background: var(--error-bg); } .tag.warning { color: var(--warning); background: var(--warning-bg); } .tag.info { color: var(--info); background: var(--info-bg); }
.tag.good, .tag.likely { color: var(--good); background: var(--good-bg); }
.tag.derived { color: var(--warning); background: var(--warning-bg); }
.tag.hard { color: var(--surface); background: var(--ink-2); }
.none, .why, .where { color: var(--ink-2); }
.why, .where, .tally { font-size: .8125rem; }
.tally { color: var(--ink-2); }
q, blockquote, .headline, .words, .cited-title, td.title { font-family: var(--serif); }
q { quotes: "\\201c" "\\201d"; }

/* findings */
.finding { border-left: 4px solid var(--line-strong); padding: 1rem 1.25rem 1.15rem; }
.finding.error { border-left-color: var(--error); } .finding.warning { border-left-color: var(--warning); } .finding.info { border-left-color: var(--info); }
.meta { position: relative; padding-right: 1.75rem; display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem .6rem; font-size: .8125rem; color: var(--ink-2); }
.permalink { position: absolute; right: 0; top: 0; padding: 0 .4rem; text-decoration: none; color: var(--ink-3); }
.finding .cause { margin-top: .5rem; font-size: .9375rem; } .finding .cause ul { margin: .25rem 0 0; padding-left: 1.15rem; }
.finding h4 { font-size: 1.0625rem; margin-top: .35rem; max-width: 60rem; text-wrap: pretty; }
.subject { margin-top: .15rem; }
.subject strong { font-weight: 600; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: .75rem; margin-top: .85rem; }
.column { min-width: 0; padding: .75rem .95rem .85rem; background: var(--sunken); border: 1px solid var(--line); border-radius: 8px; }
.column.likely { border-color: var(--good-line); }
h5 { display: flex; flex-wrap: wrap; align-items: center; gap: .15rem .6rem; font-size: 1.125rem; }
.value { font-variant-numeric: tabular-nums lining-nums; }
.sides > li { margin-top: .7rem; }
.sides > li + li { padding-top: .7rem; border-top: 1px solid var(--line); }
blockquote { white-space: pre-wrap; tab-size: 4; font-size: 1rem; line-height: 1.55; text-wrap: pretty; }
.sides .where { margin-top: .15rem; line-height: 1.45; }
.where a { margin-right: .4rem; }
.place { color: inherit; }
.more, .sides details { margin-top: .7rem; font-size: .875rem; }
.more summary, .sides summary, .grounds > summary { color: var(--link); }
.verdict { display: grid; grid-template-columns: auto 1fr; gap: .2rem 1.75rem; align-items: baseline; margin-top: .75rem; padding: .75rem .95rem; border: 1px solid var(--line-strong); border-radius: 8px; }
.verdict.decided { background: var(--good-bg); border-color: var(--good-line); }
.verdict strong.value { font-size: 1.25rem; font-weight: 650; color: var(--good); }
.verdict .reason, .verdict .by { grid-column: 1 / -1; max-width: 62rem; text-wrap: pretty; }
.verdict .by { font-size: .8125rem; }
.steps { display: inline-flex; gap: 3px; margin-right: .4rem; vertical-align: .05em; }
.steps i { width: .95rem; height: .42rem; border-radius: 2px; background: color-mix(in srgb, var(--ink) 16%, transparent); }
.steps .on { background: var(--good); }
.grounds { margin-top: .75rem; }
.grounds > summary { font-size: .875rem; font-weight: 600; width: fit-content; }
.grounds .columns { margin-top: .6rem; }
.grounds h5 { font-size: 1rem; }
h6 { font-size: .8125rem; margin-top: .75rem; }
h6.supports { color: var(--good); } h6.refutes { color: var(--error); }
h6.supports::before { content: "+ "; } h6.refutes::before { content: "\\2212  "; }
.ground-list > li { margin-top: .35rem; padding-left: .75rem; border-left: 2px solid var(--line-strong); }
.ground-list > li + li { margin-top: .7rem; }
.ground-list .by { font-size: .8125rem; color: var(--ink-2); margin-top: .1rem; }
.ground-list blockquote { font-size: .9375rem; }

/* tables */
.scroll { overflow-x: auto; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow); }
.card .scroll { border-radius: 8px; box-shadow: none; }
table { width: 100%; border-collapse: collapse; font-size: .875rem; line-height: 1.45; }
th, td { text-align: start; vertical-align: top; padding: .55rem .8rem; }
thead th { font-size: .75rem; font-weight: 600; color: var(--ink-2); border-bottom: 1px solid var(--line-strong); white-space: nowrap; vertical-align: bottom; }
tbody tr + tr > *, tbody + tbody tr > * { border-top: 1px solid var(--line); }
tbody th { font-weight: 600; }
time, .lines { white-space: nowrap; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
.date { font-variant-numeric: tabular-nums; }
.documents :is(th, td) { overflow-wrap: break-word; }
.documents th[scope="row"] { white-space: nowrap; }
.documents tbody tr:hover { background: var(--sunken); }
.documents tr:target { background: var(--info-bg); }
.documents td.title { min-width: 14rem; width: 36%; }
.documents .place { display: block; color: var(--ink-3); font-size: .75rem; margin-top: .1rem; }
.documents td.date { min-width: 6.2rem; }
.documents td.date .why { display: block; }
.documents .levels .tag { margin: .05rem 0; }
td .unit { display: none; }

/* one document */
.detail { padding: 1.2rem 1.25rem 1rem; }
.detail h3 { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .6rem; font-size: 1.1875rem; }
.detail h3 code { font-size: .8125rem; font-weight: 400; color: var(--ink-3); }
.headline .where { font-family: var(--sans); }
.detail h3 a { color: inherit; text-decoration: none; }
.detail h3 a:hover { text-decoration: underline; }
.detail h3 .kind { font-weight: 400; color: var(--ink-2); }
.headline { font-size: 1.0625rem; line-height: 1.5; max-width: 58rem; margin-top: .2rem; text-wrap: pretty; }
.fields { columns: 2 26rem; column-gap: 2.5rem; margin-top: .8rem; }
.fields > div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: .25rem 1rem; padding: .38rem 0; border-top: 1px solid var(--line); break-inside: avoid; }
.fields dt { color: var(--ink-2); font-size: .8125rem; padding-top: .1rem; }
.fields dd { font-size: .9375rem; line-height: 1.45; }
.fields li + li { margin-top: .2rem; }
.fields .fact { unicode-bidi: isolate; }
.state.lacking { color: var(--warning); }
.flagged { margin-top: .6rem; }
.flagged li { display: flex; gap: .6rem; align-items: baseline; }
.flagged li + li { margin-top: .25rem; }
.panel { border-bottom: 1px solid var(--line); }
.fields + .panel { margin-top: .7rem; border-top: 1px solid var(--line-strong); }
.panel > summary { padding: .55rem 0; font-weight: 600; }
.panel[data-empty] > summary { color: var(--ink-3); font-weight: 400; }
.panel-body { padding: .1rem 0 1rem; }
.files { display: flex; flex-wrap: wrap; gap: .2rem 1.25rem; margin-top: .75rem; font-size: .8125rem; }

/* outline */
.outline { list-style: none; font-size: .9375rem; }
.outline .outline { margin-left: .45rem; padding-left: 1rem; border-left: 1px solid var(--line); }
.entry { display: inline-flex; width: calc(100% - 1.2rem); gap: 1rem; justify-content: space-between; align-items: baseline; vertical-align: top; }
div.entry { display: flex; width: auto; padding-left: 1.1rem; }
.outline li { padding: .12rem 0; }
.outline :target > details > summary, .outline :target > .entry { background: var(--mark); color: var(--mark-ink); }
.opening { color: var(--ink-2); font-family: var(--serif); font-size: .875rem; }
.eid { flex: none; max-width: 40%; font: .75rem/1.5 var(--mono); color: var(--ink-3); text-decoration: none; }
.eid:hover { text-decoration: underline; }

/* targets and responsibilities */
.targets { width: 100%; }
.targets tbody th { font-weight: 400; }
@media (min-width: 52.01rem) {
  .targets tbody th { min-width: 15rem; width: 42%; }
  .targets .head th { background: var(--sunken); }
  .targets .area th { padding-left: 1.75rem; }
  .targets tbody tr + tr > * { border-top: 0; }
  .targets tbody tr + .area > * { border-top: 1px solid var(--line); }
  .targets tbody + tbody > tr:first-child > * { border-top: 1px solid var(--line-strong); }
  .targets .picture { width: 11rem; padding-block: .4rem; }
}
.indicator { font-size: .9375rem; font-weight: 600; }
.place-name { color: var(--ink-2); }
.targets th[scope="rowgroup"] > .place-name { display: block; font-size: .8125rem; }
.targets .year { font-variant-numeric: tabular-nums; }
.targets td.year { min-width: 5.5rem; }
.targets .value { display: block; }
.targets .value + .value { margin-top: .2rem; }
.targets .value .why { display: inline-block; }
.targets .amount { font-weight: 600; overflow-wrap: normal; }
.targets .state { font-weight: 400; }
.targets .whole { white-space: nowrap; }
.targets .said td { padding-top: 0; font-size: .8125rem; }
.said summary, .task summary { color: var(--link); width: fit-content; }
.said ul { margin-top: .35rem; max-width: 62rem; }
.said li { padding: .35rem .6rem; border-left: 2px solid var(--line-strong); }
.said li:target { border-left-color: var(--focus); background: var(--info-bg); }
.said li + li { margin-top: .45rem; }
.said p + p { margin-top: .2rem; }
.said q, .task q { font-size: .9375rem; white-space: pre-line; }
.chart { display: block; overflow: visible; fill: none; stroke-width: 1; }
.chart .axis { stroke: var(--line-strong); }
.chart .way { stroke: var(--info); stroke-width: 1.5; }
.chart .span { stroke: var(--info); stroke-width: 7; opacity: .35; }
.chart .bound { stroke: var(--info); stroke-width: 1.5; }
.chart circle { stroke: var(--info); stroke-width: 1.6; fill: var(--surface); }
.chart .last { fill: var(--info); }
.agencies { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow); }
.agency + .agency { border-top: 1px solid var(--line); }
.agency > summary { padding: .55rem .9rem; }
.agency:target > summary { background: var(--info-bg); }
.agency-name { font-weight: 600; margin-right: .35rem; }
.agency .panel-body { padding: 0 .9rem .9rem; }
.fate { color: var(--ink-2); font-size: .875rem; margin-bottom: .4rem; }
.tasks td.task { width: 58%; }
.tasks .term { white-space: nowrap; }
.task details { margin-top: .15rem; font-size: .8125rem; }
.facts .quote { width: 38%; }
.facts .figure { font-weight: 600; }
.facts .term { white-space: nowrap; }
@media (min-width: 52.01rem) { .facts .amount { min-width: 9rem; max-width: 13rem; } .facts td:nth-child(3) { min-width: 14rem; } }
.facts .why { display: block; }

/* citations, repairs, noise */
.work th { background: var(--sunken); font-weight: 400; }
.work strong { font-size: .9375rem; font-weight: 650; }
.work-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .75rem; }
.citations td { padding-block: .32rem; }
.citations .quote { min-width: 17rem; width: 50%; }
.citations .term { white-space: nowrap; }
.cited-title { color: var(--ink-2); }
.citations .quote q { font-size: .9375rem; }
.citations .where { margin-left: .35rem; }
.citations tbody + tbody .work > * { border-top-color: var(--line-strong); }
.repairs td li + li { margin-top: .2rem; }
.words { white-space: pre-wrap; }
del, ins { text-decoration: none; border-radius: 2px; padding: 0 .15em; margin: 0 .05em; }
del { background: var(--error-bg); color: var(--error); text-decoration: line-through; text-decoration-thickness: 1px; }
ins { background: var(--good-bg); color: var(--good); }
.noise li + li { margin-top: .75rem; }
pre { margin-top: .35rem; padding: .7rem .9rem; background: var(--sunken); border: 1px solid var(--line); border-radius: 8px; font: .875rem/1.5 var(--serif); white-space: pre-wrap; }
.problems td { min-width: 14rem; }
footer { margin-top: 3rem; padding-block: 1.25rem 2rem; border-top: 1px solid var(--line); color: var(--ink-2); font-size: .8125rem; display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem 2rem; }

@media (max-width: 72rem) {
  .filters { margin-left: 0; flex: 1 1 100%; }
  .search { flex: 1 1 12rem; }
  .search input { flex: 1; width: auto; }
}
@media (max-width: 52rem) {
  html { scroll-padding-top: 1rem; }
  .masthead, main, footer, .toolbar { padding-inline: 1rem; }
  .masthead { grid-template-columns: 1fr; padding-block: 1.25rem; gap: 1rem; }
  .language { order: -1; justify-self: end; }
  h1 { font-size: 1.4375rem; }
  .figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(6.5rem, 1fr)); gap: .8rem 1rem; }
  .figures div.error:not(.error ~ .error) { grid-column-start: 1; padding-left: 0; border-left: 0; }
  .figures dd { font-size: 1.375rem; }
  .toolbar { position: static; }
  .level-filter, .result { flex: 1 1 auto; }
  main > section { margin-top: 2rem; }
  .finding, .detail { padding-inline: .9rem; }
  .column { padding-inline: .75rem; }
  .verdict { grid-template-columns: 1fr; }
  .fields > div { grid-template-columns: 1fr; gap: 0; }
  .outline .outline { margin-left: .25rem; padding-left: .6rem; }
  .eid { max-width: 30%; }

  /* the table of documents becomes a list: nothing to scroll sideways for */
  .documents, .documents tbody { display: block; }
  .documents thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .documents tr { display: flex; flex-wrap: wrap; gap: 0 .9rem; padding: .75rem .9rem; }
  .documents tbody tr + tr { border-top: 1px solid var(--line); }
  .documents tbody tr > * { padding: 0; border: 0; }
  .documents tr > :is(th, .title) { flex: 1 1 100%; min-width: 0; }
  .documents td.title { order: 1; margin-block: .2rem; width: auto; }
  .documents td.number, .documents td.levels { order: 2; text-align: start; }
  .documents td.date { min-width: 0; }
  .documents td.date .why { display: inline; }
  .documents .unit { display: inline; color: var(--ink-2); }

  /* a target is a block: the values of its years stand after the years, the chart below them */
  .targets, .targets tbody, .targets tbody tr, .targets tbody tr > *, .tasks, .tasks tbody, .facts, .facts tbody { display: block; }
  :is(.targets, .tasks, .facts) thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .targets tbody tr > :is(th, td) { padding: .1rem .9rem; border: 0; }
  .targets tbody { padding-block: .5rem; }
  .targets tbody + tbody { border-top: 1px solid var(--line-strong); }
  .targets .area { margin-top: .35rem; }
  .targets .unit { display: inline-block; min-width: 2.75rem; color: var(--ink-2); }
  .targets .value { display: inline; margin-right: .6rem; }
  .targets tbody .absent { display: none; }
  .targets tbody .said td { padding-block: .15rem 0; }
  :is(.tasks, .facts) tr { display: flex; flex-wrap: wrap; gap: .1rem .9rem; padding: .5rem 0; border-top: 1px solid var(--line); }
  :is(.tasks, .facts) tr > td { width: auto; min-width: 0; padding: 0; border: 0; }
  .tasks .task, .facts .quote { flex: 1 1 100%; }
  .tasks td:not(.task), .facts td:not(.quote, .amount) { font-size: .8125rem; color: var(--ink-2); }
  :is(.tasks, .facts) .absent { display: none; }

  /* and so do the tables of citations and repairs */
  .citations, .citations tbody, .repairs, .repairs tbody { display: block; }
  .citations thead, .repairs thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .citations tr, .repairs tr { display: flex; flex-wrap: wrap; gap: .1rem .9rem; padding: .45rem .75rem; border-top: 1px solid var(--line); }
  .citations .work { background: var(--sunken); border-top-color: var(--line-strong); }
  :is(.citations, .repairs) tr > :is(th, td) { min-width: 0; width: auto; padding: 0; border: 0; }
  .citations :is(.quote, .work th), .repairs td:last-child { flex: 1 1 100%; }
  .citations .absent { display: none; }
  .citations td:not(.quote) { font-size: .8125rem; color: var(--ink-2); }
  .repairs tr { padding-inline: 0; }
}
@media print {
  :root { color-scheme: light; --page: #fff; --surface: #fff; --sunken: #fff; --line: #ccc; --line-strong: #888; --ink: #000; --ink-2: #333; --ink-3: #555; --link: #000; --mark: #eee; --mark-ink: #000; --error: #8c1d18; --error-bg: #fff; --warning: #6b4000; --warning-bg: #fff; --info: #174a85; --info-bg: #fff; --good: #14532d; --good-bg: #fff; --good-line: #888; --shadow: none; }
  @page { margin: 16mm 14mm; }
  body { font-size: 9.5pt; }
  .toolbar, .language, .skip, .all, .permalink, .files, footer a { display: none; }
  .masthead, main, footer { padding-inline: 0; }
  .card { content-visibility: visible; }
  .finding, .column, .verdict, tr, .fields > div { break-inside: avoid; }
  h2, h3, h4, h5, h6, summary { break-after: avoid; }
  mark { font-weight: 700; text-decoration: underline; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .tag { border: 1px solid currentColor; }
  .scroll { overflow: visible; }
}
`;
