import type { Assignment } from '../../model/assignments.ts';
import type { Target } from '../../model/targets.ts';
import { needsYearly, printAmount } from '../amount.ts';
import { linesOf, nothing, tag, wordsOf } from './evidence.ts';
import { anchor, type Content, type Html, html, joined } from './html.ts';
import { bilingual, say, term } from './words.ts';

/** The targets of a document in the order of its text. `divisions`: the ids the outline has. */
export function targetsTable(document: string, targets: readonly Target[], divisions: ReadonlySet<string>): Html {
  if (targets.length === 0) return html`<p class="empty">${say('target.noneHere')}</p>`;
  return html`<table class="facts">
<thead><tr><th scope="col">${say('target.year')}</th><th scope="col">${say('target.amount')}</th><th scope="col">${say('target.name')}</th><th scope="col">${say('target.area')}</th><th scope="col">${say('document.quote')}</th></tr></thead>
<tbody>${targets.map((target) => targetRow(document, target, divisions))}</tbody></table>
`;
}

function targetRow(document: string, target: Target, divisions: ReadonlySet<string>): Html {
  const { indicator, area, scope, period, change, modality, responsible, flags, evidence, eId } = target;
  const [vi, en] = [printAmount(target, 'vi'), printAmount(target, 'en')];
  const notes = [
    needsYearly(target) && say('target.perYear'),
    change?.base != null && say('target.base', { year: change.base }),
    modality !== null && term('modality', modality),
    ...flags.map((flag) => term('flag', flag)),
  ];
  const shown = joined(notes);
  return html`<tr>
<td class="term">${period === null ? nothing() : years(period)}</td>
<td class="amount"><span${target.comparator === 'status' ? null : html` class="figure"`}>${vi === en ? vi : bilingual({ vi, en })}</span>${shown.length > 0 && html` <span class="why">${shown}</span>`}</td>
<td lang="vi">${indicator.name} ${indicator.id === null ? tag('plain', say('target.unlinked')) : html`<code>${indicator.id}</code>`}</td>
<td lang="vi"${area === null && scope === null && html` class="absent"`}>${area === null && scope === null ? nothing() : joined([area?.name, scope?.name])}${responsible.length > 0 && html` <span class="why">${responsible.map(({ name }) => name).join('; ')}</span>`}</td>
<td class="quote">${wordsOf(evidence.quote)} ${placeIn(document, evidence.lines, eId, divisions)}</td>
</tr>
`;
}

function years({ kind, from, to }: NonNullable<Target['period']>): Html {
  const span = from !== null && to !== null && from !== to ? `${from}–${to}` : String(to ?? from ?? '');
  return html`${kind !== 'by' && kind !== 'in' && kind !== 'during' && html`${term('period', kind)} `}${span}`;
}

/** Who has to do what, in the order of the text. `divisions`: the ids the outline has. */
export function assignmentsTable(document: string, assignments: readonly Assignment[], divisions: ReadonlySet<string>): Html {
  if (assignments.length === 0) return html`<p class="empty">${say('task.noneHere')}</p>`;
  return html`<table class="facts">
<thead><tr><th scope="col">${say('task.agency')}</th><th scope="col">${say('task.role')}</th><th scope="col">${say('task.task')}</th><th scope="col">${say('task.deadline')}</th><th scope="col">${say('document.quote')}</th></tr></thead>
<tbody>${assignments.map((assignment) => assignmentRow(document, assignment, divisions))}</tbody></table>
`;
}

function assignmentRow(document: string, { agency, role, task, deadline, funding, evidence }: Assignment, divisions: ReadonlySet<string>): Html {
  const { name, id, collective, territory } = agency;
  return html`<tr>
<td lang="vi"><strong>${name}</strong>${territory && !name.includes(territory.name) && html` ${territory.name}`} ${collective ? tag('plain', say('task.collective')) : id === null && tag('plain', say('document.unregistered'))}</td>
<td class="term">${term('role', role)}</td>
<td lang="vi">${task.label !== null && html`<b>${task.label}</b> `}${task.text}${funding !== null && html` <span class="why">${say('task.funding')}: ${funding}</span>`}</td>
<td${deadline === null && html` class="absent"`} lang="vi">${deadline?.raw ?? nothing()}</td>
<td class="quote">${wordsOf(evidence.quote)} ${placeIn(document, evidence.lines, task.eId, divisions)}</td>
</tr>
`;
}

/** The source lines, and the division in the outline where it has it. */
function placeIn(document: string, lines: readonly [number, number], eId: string | null, divisions: ReadonlySet<string>): Content {
  const name = eId !== null && say('document.division', { id: eId });
  return html` <span class="where">${joined([linesOf(lines), name && eId !== null && divisions.has(eId) ? html`<a href="#${anchor('document', document, eId)}">${name}</a>` : name])}</span>`;
}
