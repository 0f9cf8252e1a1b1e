import type { Finding, Side } from '../../model/finding.ts';
import type { FindingHead, FindingList } from '../../model/finding-list.ts';
import { levelTag, tag } from './evidence.ts';
import { candidatesBox, named, sideWords, type Titles, verdictBox } from './grounds.ts';
import { anchor, type Html, html } from './html.ts';
import { printedValue } from './value.ts';
import { bilingual, count, say, term } from './words.ts';

/** The levels a report shows, most severe first. */
export const SHOWN_LEVELS = ['error', 'warning', 'info'] as const;
export type ShownLevel = (typeof SHOWN_LEVELS)[number];

/** So many places of one value are shown at once; a number cited a hundred times must not bury the other side. */
const PLACES_SHOWN = 3;

/** The findings, grouped by level, one chunk per finding; the first `limit` of them, and how many more there are. */
export function* findingsSection(findings: FindingList, titles: Titles, limit: number): Generator<Html> {
  yield html`<section id="findings" aria-labelledby="findings-heading">
<h2 id="findings-heading">${say('page.findings')}</h2>
`;
  const listed = findings.slice(0, limit);
  const groups = (suppressed: boolean) =>
    SHOWN_LEVELS.map((level) => {
      const inGroup = (head: FindingHead) => head.level === level && (head.suppressed !== null) === suppressed;
      return { level, size: findings.heads.filter(inGroup).length, group: listed.filter(inGroup) };
    }).filter(({ size }) => size > 0);
  const [shown, aside] = [groups(false), groups(true)];
  if (findings.length > limit)
    yield html`<p class="note">${say('finding.limited', { shown: count(limit), hidden: count(findings.length - limit) })}</p>
`;
  if (shown.length + aside.length === 0) yield html`<p class="empty">${say('page.noFindings')}</p>`;
  for (const { level, size, group } of shown) {
    yield html`<section class="level-group" data-group><h3><span class="dot ${level}" aria-hidden="true"></span>${term('level', level)} <span class="n">${count(size)}</span></h3>
`;
    for (const finding of group) yield findingCard(finding, level, titles, listed);
    yield html`</section>
`;
  }
  if (aside.length > 0) {
    yield html`<details class="aside" data-group><summary>${say('finding.setAside')} <span class="n">${count(aside.reduce((sum, { size }) => sum + size, 0))}</span></summary>
`;
    for (const { level, group } of aside) for (const finding of group) yield findingCard(finding, level, titles, listed);
    yield html`</details>
`;
  }
  yield html`<p class="empty no-match" hidden>${say('page.noMatch')}</p></section>
`;
}

function findingCard(
  { id, rule, level, subject, message, sides, verdict, cause, joined, suppressed, outdated }: Finding,
  shown: ShownLevel,
  titles: Titles,
  listed: FindingList,
): Html {
  const target = anchor('finding', id);
  return html`<article class="card finding ${shown}" id="${target}" data-find="finding" data-level="${shown}">
<header>
<p class="meta">${levelTag(level)} ${named(rule, titles)} <a class="permalink" href="#${target}"><span aria-hidden="true">#</span><span class="unseen">${say('finding.link')}</span></a></p>
<h4>${bilingual(message)}</h4>
${subject !== '' && html`<p class="subject"><span class="label">${say('finding.subject')}</span> <strong lang="vi">${subject}</strong></p>`}
${cause && html`<p class="cause"><span class="label">${say('finding.joinedTo')}</span> ${findingLink(cause.root, listed)} ${bilingual(cause.reason)}</p>`}${suppressed && decided('finding.suppressed', suppressed)}${outdated && decided('finding.outdated', outdated)}</header>
${joined.length > 0 && html`<div class="cause"><p class="label">${say('finding.joined')} <span class="n">${count(joined.length)}</span></p><ul>${joined.map((other) => html`<li>${findingLink(other, listed)}</li>`)}</ul></div>`}${
  sides.length > 0 &&
  html`<div class="columns">${valueColumns(sides, verdict?.value ?? null)}</div>
`
}${verdict && verdictBox(verdict, titles)}${verdict && candidatesBox(verdict, titles)}</article>
`;
}

/** What a person decided about a finding: why, who, when. */
function decided(word: 'finding.suppressed' | 'finding.outdated', { reason, by, date }: NonNullable<Finding['suppressed']>): Html {
  return html`<p class="cause"><span class="label">${say(word)}</span> <q>${reason}</q> <span class="where">${by} · ${printedValue(date)}</span></p>`;
}

/** Another finding's message, leading to its card. */
function findingLink(id: string, listed: FindingList): Html {
  const finding = listed.find(id);
  return finding ? html`<a href="#${anchor('finding', id)}">${bilingual(finding.message)}</a>` : html`<code>${id}</code>`;
}

/** The sides by what they say, values in the order in which they first stand. */
function groupedByValue(sides: readonly Side[]): [string | null, Side[]][] {
  const groups = new Map<string | null, Side[]>();
  for (const side of sides) {
    const group = groups.get(side.value);
    if (group) group.push(side);
    else groups.set(side.value, [side]);
  }
  return [...groups];
}

function valueColumns(sides: readonly Side[], likely: string | null): Html[] {
  const groups = groupedByValue(sides);
  return groups.map(([value, places]) => valueColumn(value, places, value !== null && value === likely, groups.length === 1));
}

/** The first place of every document before the second of any: how many documents say so weighs more than how often. */
function byDocument(places: readonly Side[]): Side[] {
  const seen = new Map<string, number>();
  const ranked = places.map((side) => {
    const rank = seen.get(side.document) ?? 0;
    seen.set(side.document, rank + 1);
    return { side, rank };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ side }) => side);
}

function valueColumn(value: string | null, places: readonly Side[], likely: boolean, alone: boolean): Html {
  const documents = new Set(places.map(({ document }) => document)).size;
  const items = byDocument(places).map((side) => html`<li>${sideWords(side)}</li>`);
  const rest = items.slice(PLACES_SHOWN);
  const heading = value === null ? !alone && html`<span class="none">${say('finding.noValue')}</span>` : html`<span class="value">${printedValue(value)}</span>`;
  return html`<section class="column${likely ? ' likely' : ''}">
${heading && html`<h5>${heading} ${likely && tag('likely', say('finding.likely'))}</h5>`}
<p class="tally">${say('finding.places', { documents: count(documents), places: count(places.length) })}</p>
<ul class="sides">${items.slice(0, PLACES_SHOWN)}</ul>
${rest.length > 0 && html`<details class="more"><summary>${say('finding.more', { n: count(rest.length) })}</summary><ul class="sides">${rest}</ul></details>`}
</section>
`;
}
