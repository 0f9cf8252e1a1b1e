import type { Noise } from '../../model/document.ts';
import type { Repair } from '../../model/text.ts';
import { linesOf, tag } from './evidence.ts';
import { type Html, html } from './html.ts';
import { count, say, term } from './words.ts';

const EXAMPLES = 2;
/** Characters of the text shown before and after a repair. */
const CONTEXT = 24;
const LONGEST_CHANGE = 60;
const LONGEST_NOISE = 1200;

/** What was changed from the source to the normalized text: per rule how often, and the first examples. */
export function repairsTable(repairs: readonly Repair[], text: string): Html {
  if (repairs.length === 0) return html`<p class="empty">${say('document.noRepairs')}</p>`;
  const groups = new Map<string, Repair[]>();
  for (const repair of repairs) {
    const group = groups.get(repair.rule);
    if (group) group.push(repair);
    else groups.set(repair.rule, [repair]);
  }
  const rows = [...groups].sort(([a, many], [b, more]) => more.length - many.length || (a < b ? -1 : 1));
  return html`<table class="repairs">
<thead><tr><th scope="col">${say('document.repair')}</th><th scope="col" class="number">${say('document.count')}</th><th scope="col">${say('document.examples')}</th></tr></thead>
<tbody>${rows.map(
    ([
      rule,
      group,
    ]) => html`<tr><th scope="row">${term('repair', rule)}</th><td class="number">${count(group.length)}</td><td><ul>${group.slice(0, EXAMPLES).map((repair) => html`<li>${example(repair, text)}</li>`)}</ul></td></tr>
`,
  )}</tbody></table>
`;
}

/** `số 59-[⏎⏎]CTr/TU`: the change in its surroundings, with what cannot be seen made visible. */
function example({ before, after, start, end, lines }: Repair, text: string): Html {
  const left = text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\s\S]*\n/, '');
  const right = text.slice(end, end + CONTEXT).replace(/\n[\s\S]*$/, '');
  return html`<span class="words" lang="vi">${left.length === CONTEXT ? left.replace(/^\S*\s/, '… ') : left}<del>${visible(before)}</del>${after !== '' && html`<ins>${visible(after)}</ins>`}${right.length === CONTEXT ? right.replace(/\s\S*$/, ' …') : right}</span> <span class="where">${linesOf(lines)}</span>`;
}

function visible(words: string): string {
  const shown = words.length > LONGEST_CHANGE ? `${words.slice(0, LONGEST_CHANGE)}…` : words;
  return shown
    .replace(/\r?\n/g, '⏎')
    .replace(/\t/g, '⇥')
    .replace(/^ +$/g, '␣')
    .replace(/ +(?=⏎)|(?<=⏎) +/g, '');
}

/** What belongs to no document of the source, and why it was set aside. */
export function noiseList(noise: readonly Noise[]): Html {
  if (noise.length === 0) return html`<p class="empty">${say('document.noNoise')}</p>`;
  return html`<ul class="noise">${noise.map(
    ({ reason, text, lines }) => html`<li><p>${tag('plain', term('noise', reason))} <span class="where">${linesOf(lines)}</span></p>
<pre>${text.slice(0, LONGEST_NOISE)}${text.length > LONGEST_NOISE && say('document.cut', { n: count(text.length - LONGEST_NOISE) })}</pre></li>
`,
  )}</ul>
`;
}
