import type { PublishedDocument } from '../../model/document.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Identity, Issuer } from '../../model/facts.ts';
import { linesOf, nothing, tag, wordsOf } from './evidence.ts';
import { type Content, type Html, html, joined } from './html.ts';
import { printedValue } from './value.ts';
import { count, say, term } from './words.ts';

/** Who issued what, when, and from which file: every field, with the words it was read from, or why it is not there. */
export function identityFields(document: PublishedDocument): Html {
  const { identity, completeness } = document;
  const { documentType, number, issuer, directingAuthority, place, signatories, addressees, recipients, urgency, confidentiality, system } = identity;
  const lost = completeness.header === 'missing' ? say('document.headerLost') : completeness.header === 'partial' ? say('document.headerPartial') : null;
  return html`<dl class="fields">
${field(say('document.number'), number ? read(number.value ?? nothing(), number.evidence, number.derived) : nothing(lost))}
${field(say('document.date'), issuedOn(identity.issuedOn, lost))}
${field(say('document.type'), documentType ? read(html`${documentType.name}${documentType.code !== null && html` <code>${documentType.code}</code>`}`, documentType.evidence, documentType.derived, documentType.name) : nothing(lost))}
${field(say('document.issuer'), issuer ? body(issuer) : nothing(lost))}
${field(say('document.place'), named(place))}
${field(say('document.system'), system ? term('system', system) : nothing())}
${field(say('document.directingAuthority'), directingAuthority ? body(directingAuthority) : nothing())}
${field(say('document.signatories'), listed(signatories.map(({ authority, capacity, name, evidence }) => read(joined([name, capacity, authority]), evidence, false, name ?? capacity ?? ''))))}
${field(say('document.addressees'), listed(addressees.map(named)))}
${field(say('document.recipients'), listed(recipients.map(named)))}
${field(say('document.urgency'), named(urgency))}
${field(say('document.confidentiality'), named(confidentiality))}
${field(say('document.source'), source(document))}
${field(say('document.fingerprint'), html`<code>${document.source.sha256}</code>`)}
${field(say('document.state'), state(completeness))}
</dl>
`;
}

function field(name: Content, value: Content): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

/** A value and where it was read; its words too, where they say it otherwise than `spoken`. */
function read(value: Content, evidence: Evidence | null, derived: boolean, spoken: Content = value): Html {
  const words = evidence !== null && !(typeof spoken === 'string' && sameWords(evidence.quote, spoken)) && wordsOf(evidence.quote);
  return html`<span class="fact" lang="vi">${value}</span>${derived && html` ${tag('derived', say('document.derived'))}`}${evidence && html` <span class="where">${joined([words, linesOf(evidence.lines)], ' ')}${derived && html` <span class="why">(${say('document.derivedWhy')})</span>`}</span>`}`;
}

function sameWords(a: string, b: string): boolean {
  return a.replace(/\s+/g, ' ').toLowerCase() === b.replace(/\s+/g, ' ').toLowerCase();
}

function named(field: Identity['title']): Html {
  return field ? read(field.value, field.evidence, false) : nothing();
}

function body({ id, name, territory, evidence, derived }: Issuer): Html {
  const registered = id === null ? tag('plain', say('document.unregistered')) : html`<code>${id}</code>`;
  return html`${read(name, evidence, derived)} <span class="where">${joined([registered, territory && say('document.territory', { name: territory.name })])}</span>`;
}

function issuedOn({ value, precision, notBefore, evidence, derived }: Identity['issuedOn'], lost: Content): Html {
  if (value === null) {
    if (notBefore === null) return nothing(lost);
    return html`${nothing(say('document.notBefore', { date: printedValue(notBefore) }))} <span class="where">(${say('document.notBeforeWhy')})</span>`;
  }
  const rough = precision === 'month' ? say('document.onlyMonth') : precision === 'year' ? say('document.onlyYear') : null;
  return html`${read(printedValue(value), evidence, derived)}${rough && html` <span class="why">${rough}</span>`}`;
}

function listed(items: readonly Html[]): Html {
  return items.length === 0 ? nothing() : html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function source({ source: { file, mediaType, origin, part, parts, pages, lines } }: PublishedDocument): Html {
  const facts = [
    parts > 1 && say('document.part', { part, parts }),
    linesOf(lines),
    say('document.pages', { n: count(pages) }),
    term('origin', origin),
    html`<code>${mediaType}</code>`,
  ];
  return html`<code class="place">${file}</code> <span class="where">${joined(facts)}</span>`;
}

function state({ header, body, signature }: PublishedDocument['completeness']): Html {
  const parts = [
    [say('document.header'), header],
    [say('document.body'), body],
    [say('document.signature'), signature],
  ] as const;
  return html`${joined(parts.map(([name, value]) => html`<span class="state ${value === 'complete' ? 'whole' : 'lacking'}">${name}: ${term('completeness', value)}</span>`))}`;
}
