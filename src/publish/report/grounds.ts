import type { Bilingual, Candidate, Ground, Side, Verdict } from '../../model/finding.ts';
import { place, tag } from './evidence.ts';
import { anchor, type Content, type Html, html, joined } from './html.ts';
import { highlighted, printedValue } from './value.ts';
import { bilingual, count, say, term } from './words.ts';

/** Titles of rules and constraints by id. */
export type Titles = Readonly<Record<string, Bilingual>>;

const LONGEST_QUOTE = 600;
/** Up to so many grounds are shown at once; more wait behind a click. */
const FEW_GROUNDS = 6;
const STEPS = { certain: 4, high: 3, medium: 2, low: 1, none: 0 } as const;

/** A rule or constraint: its title where it has one, and its id. */
export function named(id: string, titles: Titles): Html {
  const title = Object.hasOwn(titles, id) ? titles[id] : undefined;
  return title ? html`<span class="named">${bilingual(title)} <code>${id}</code></span>` : html`<code class="named">${id}</code>`;
}

/** The words of one side, the disputed value marked in them, and where they stand. */
export function sideWords({ document, label, file, value, evidence }: Side): Html {
  const quote = html`<blockquote lang="vi">${highlighted(evidence.quote, value)}</blockquote>`;
  const long = evidence.quote.length > LONGEST_QUOTE;
  return html`${long ? html`<details><summary>${say('finding.longQuote', { n: count(evidence.quote.length) })}</summary>${quote}</details>` : quote}
<p class="where"><a href="#${anchor('document', document)}" lang="vi">${label}</a> ${place(file, evidence)}</p>`;
}

/** What adjudication concluded: the likely value, how sure, why. */
export function verdictBox({ value, confidence, decidedBy, reason }: Verdict, titles: Titles): Html {
  const steps = [1, 2, 3, 4].map((step) => (step <= STEPS[confidence] ? html`<i class="on"></i>` : html`<i></i>`));
  const by = decidedBy.map((id) => named(id, titles));
  return html`<div class="verdict ${value === null ? 'open' : 'decided'}">
<p class="conclusion"><span class="label">${say('finding.verdict')}</span> ${value === null ? html`<strong>${say('finding.undecided')}</strong>` : html`<strong class="value">${printedValue(value)}</strong>`}</p>
<p class="confidence"><span class="label">${say('finding.confidence')}</span> <span class="steps" aria-hidden="true">${steps}</span> ${term('confidence', confidence)}</p>
<p class="reason">${bilingual(reason)}</p>
${by.length > 0 && html`<p class="by"><span class="label">${say('finding.decidedBy')}</span> ${joined(by, ', ')}</p>`}
</div>
`;
}

/** The candidates of a verdict side by side, each with what speaks for and against it. */
export function candidatesBox({ value, candidates }: Verdict, titles: Titles): Html | null {
  if (candidates.length === 0) return null;
  const grounds = candidates.reduce((total, { supports, refutes }) => total + supports.length + refutes.length, 0);
  return html`<details class="grounds"${grounds <= FEW_GROUNDS ? html` open` : null}><summary>${say('finding.grounds')} <span class="n">${count(candidates.length)}</span></summary>
<div class="columns">${candidates.map((candidate) => candidateColumn(candidate, candidate.value === value, titles))}</div>
</details>
`;
}

function candidateColumn({ value, mentions, witnesses, supports, refutes }: Candidate, likely: boolean, titles: Titles): Html {
  return html`<section class="column${likely ? ' likely' : ''}">
<h5><span class="value">${printedValue(value)}</span> ${likely && tag('likely', say('finding.likely'))}</h5>
<p class="tally">${say('finding.mentions', { n: count(mentions) })} · ${say('finding.witnesses', { n: count(witnesses) })}</p>
${supports.length + refutes.length === 0 && html`<p class="empty">${say('finding.nothing')}</p>`}${groundList('supports', say('finding.supports'), supports, titles)}${groundList('refutes', say('finding.refutes'), refutes, titles)}
</section>
`;
}

function groundList(kind: 'supports' | 'refutes', heading: Content, grounds: readonly Ground[], titles: Titles): Html | null {
  if (grounds.length === 0) return null;
  return html`<h6 class="${kind}">${heading} <span class="n">${count(grounds.length)}</span></h6>
<ul class="ground-list">${grounds.map(
    ({ constraint, hard, reason, sides }) => html`<li>
<p>${bilingual(reason)}</p>
<p class="by">${hard && tag('hard', say('finding.hard'))} ${named(constraint, titles)}</p>
${sides.length > 0 && html`<ul class="sides">${sides.map((side) => html`<li>${sideWords(side)}</li>`)}</ul>`}
</li>
`,
  )}</ul>
`;
}
