import type { Bilingual } from '../../model/finding.ts';
import { tag } from './evidence.ts';
import { anchor, type Content, type Html, html, joined } from './html.ts';
import { saidWords } from './said.ts';
import { lineChart, type Scale, scaleOf } from './target-chart.ts';
import type { IndicatorLines, Line, TargetsOverview, Value } from './targets-overview.ts';
import { bilingual, count, say, term } from './words.ts';

/** So many years have a column of their own, those with most values; the others share one. */
const YEARS_SHOWN = 5;
/** Amounts up to this length are not broken. */
const LONGEST_WHOLE = 24;

/** The targets of all documents by indicator and year, one chunk per indicator. `total`: all targets there are. */
export function* targetsSection(overview: TargetsOverview, total: number): Generator<Html> {
  const indicators = overview.list();
  yield html`<section id="targets" aria-labelledby="targets-heading">
<h2 id="targets-heading">${say('page.targets')} <span class="n">${count(total)}</span></h2>
`;
  if (indicators.length === 0)
    yield html`<p class="empty">${say('target.none')}</p></section>
`;
  else {
    const { years, others } = yearColumns(indicators);
    const columns = years.length + (others ? 1 : 0);
    yield html`<p class="note">${say('target.note')}${overview.hidden > 0 && html` ${say('target.limited', { shown: count(indicators.length), hidden: count(overview.hidden) })}`}</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="targets-heading"><table class="targets">
<caption class="unseen">${say('target.caption')}</caption>
<thead><tr><th scope="col">${say('target.indicator')}</th>${years.map((year) => html`<th scope="col" class="year">${year}</th>`)}${others && html`<th scope="col" class="year">${say('target.otherYears')}</th>`}<th scope="col">${say('target.chart')}</th></tr></thead>
`;
    for (const indicator of indicators) yield indicatorRows(indicator, years, others, columns);
    yield html`</table></div>
<p class="empty no-match" hidden>${say('page.noMatch')}</p></section>
`;
  }
}

/** The years with a column, and whether any value is for another year or for none. */
function yearColumns(indicators: readonly IndicatorLines[]): { years: number[]; others: boolean } {
  const counts = new Map<number, number>();
  let yearless = false;
  for (const { year } of indicators.flatMap(({ lines }) => lines.flatMap(({ values }) => values))) {
    if (year === null) yearless = true;
    else counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const years = ranked.slice(0, YEARS_SHOWN).map(([year]) => year);
  return { years: years.sort((a, b) => a - b), others: yearless || ranked.length > YEARS_SHOWN };
}

function indicatorRows({ entry, lines, hidden }: IndicatorLines, years: readonly number[], others: boolean, columns: number): Html {
  const scale = scaleOf(lines);
  const name = html`<span class="indicator"${entry.known === null ? html` lang="vi"` : null}>${indicatorName(entry)}</span> ${entry.id === null ? tag('plain', say('target.unlinked')) : html`<code>${entry.id}</code>`}`;
  const [only] = lines;
  const rows =
    only && lines.length === 1
      ? html`<tr><th scope="rowgroup">${name} ${placeOf(only)}</th>${cells(only, years, others)}${chartCell(only, scale)}</tr>
`
      : html`<tr class="head"><th scope="rowgroup" colspan="${columns + 2}">${name} <span class="tally">${say('target.spread', { documents: count(entry.documents), areas: count(entry.areas) })}</span></th></tr>
${lines.map(
  (line) => html`<tr class="area"><th scope="row">${placeOf(line)}</th>${cells(line, years, others)}${chartCell(line, scale)}</tr>
`,
)}`;
  const values = lines.flatMap((line) => line.values.map((value) => ({ line, value })));
  return html`<tbody data-find="indicator">
${rows}<tr class="said"><td colspan="${columns + 2}"><details><summary>${say('target.words')} <span class="n">${count(values.length)}</span></summary><ul>${values.map(({ line, value }) => saidItem(line, value))}</ul>${
    hidden > 0 && html`<p class="why">${say('target.more', { n: count(hidden) })}</p>`
  }</details></td></tr>
</tbody>
`;
}

function indicatorName({ known, name }: IndicatorLines['entry']): Content {
  return known && known.name_en !== '' ? bilingual({ vi: known.name, en: known.name_en }) : name;
}

function placeOf({ area, scope }: Line): Html {
  return html`<span class="place-name" lang="vi">${area === null && scope === null ? html`<span class="none">${say('target.noArea')}</span>` : joined([area, scope])}</span>`;
}

function cells({ values }: Line, years: readonly number[], others: boolean): Html[] {
  const cell = (label: Content, inside: readonly Value[], withYear: boolean) =>
    inside.length === 0
      ? html`<td class="year absent"></td>`
      : html`<td class="year"><span class="unit">${label}</span>${inside.map((value) => html`<span class="value">${valueLink(value, withYear)}</span>`)}</td>`;
  const own = years.map((year) =>
    cell(
      year,
      values.filter((value) => value.year === year),
      false,
    ),
  );
  const rest = values.filter(({ year }) => year === null || !years.includes(year));
  return others ? [...own, cell(null, rest, true)] : own;
}

/** The amount; it leads to its words. */
function valueLink(value: Value, withYear: boolean): Html {
  const [document, target] = value.id;
  return html`<a href="#${anchor('target', document, target)}">${amountOf(value)}</a>${value.said.length > 1 && html` <span class="n">×${count(value.said.length)}</span>`} ${noteOf(value, withYear)}`;
}

function amountOf({ amount, level, change }: Value): Html {
  const kind = level === null && change === null ? ' state' : amount.vi.length <= LONGEST_WHOLE ? ' whole' : '';
  return html`<span class="amount${kind}">${spoken(amount)}</span>`;
}

function spoken({ vi, en }: Bilingual): Content {
  return vi === en ? vi : bilingual({ vi, en });
}

/** What the column of the year does not say: before it, from it on, a span of years, a base year. */
function noteOf({ year, kind, from, change, yearly }: Value, withYear: boolean): Html | null {
  const notes = [
    kind !== null && kind !== 'by' && kind !== 'in' && kind !== 'during' && term('period', kind),
    from !== null && year !== null && from !== year ? `${from}–${year}` : withYear && (year === null ? say('target.noYear') : String(year)),
    yearly && say('target.perYear'),
    change?.base != null && say('target.base', { year: change.base }),
  ];
  const shown = joined(notes);
  return shown.length === 0 ? null : html`<span class="why">${shown}</span>`;
}

function chartCell(line: Line, scale: Scale | null): Html {
  const drawable = scale !== null && line.values.some(({ level }) => level !== null);
  return drawable ? html`<td class="picture">${lineChart(line, scale)}</td>` : html`<td class="picture absent"></td>`;
}

function saidItem(line: Line, value: Value): Html {
  const [document, target] = value.id;
  return html`<li id="${anchor('target', document, target)}"><p class="which"><strong>${amountOf(value)}</strong> ${noteOf(value, true)} ${placeOf(line)}</p>${value.said.map((said) => html`<p>${saidWords(said)}</p>`)}</li>
`;
}
