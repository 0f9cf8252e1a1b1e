import { type AgencyEntry, fullName } from '../registers/agency-register.ts';
import type { AgenciesOverview, AgencyTasks, Task } from './agencies-overview.ts';
import { nothing, tag } from './evidence.ts';
import { anchor, type Html, html, joined } from './html.ts';
import { saidWords, speakerLink } from './said.ts';
import { printedValue } from './value.ts';
import { count, say, term } from './words.ts';

/** Who has to do what, agency by agency, one chunk each. `total`: all assignments there are. */
export function* agenciesSection(overview: AgenciesOverview, total: number): Generator<Html> {
  const agencies = overview.list();
  yield html`<section id="tasks" aria-labelledby="tasks-heading">
<div class="section-head"><h2 id="tasks-heading">${say('page.tasks')} <span class="n">${count(total)}</span></h2></div>
`;
  if (agencies.length === 0)
    yield html`<p class="empty">${say('task.none')}</p></section>
`;
  else {
    if (overview.hidden > 0)
      yield html`<p class="note">${say('task.limited', { shown: count(agencies.length), hidden: count(overview.hidden) })}</p>
`;
    yield html`<div class="agencies">
`;
    for (const agency of agencies) yield agencyTasks(agency);
    yield html`</div>
<p class="empty no-match" hidden>${say('page.noMatch')}</p></section>
`;
  }
}

function agencyTasks({ entry, followers, roles, tasks, hidden }: AgencyTasks): Html {
  const id = anchor('agency', entry.key);
  const kinds = [...roles].sort((a, b) => b[1] - a[1]).map(([role, times]) => html`${term('role', role)} <span class="n">${count(times)}</span>`);
  const ended = entry.known?.validTo ?? null;
  const fate = [
    ended !== null && say('task.ended', { date: printedValue(ended) }),
    followers.length > 0 && html`${say('task.followedBy')} <span lang="vi">${joined(followers.map(follower), '; ')}</span>`,
  ];
  return html`<details class="agency" id="${id}" data-find="agency"><summary><span class="agency-name" lang="vi">${fullName(entry)}</span> ${entry.collective && tag('plain', say('task.collective'))} <span class="tally">${joined(kinds)}</span></summary>
<div class="panel-body">${(ended !== null || followers.length > 0) && html`<p class="fate">${joined(fate)}</p>`}<table class="tasks">
<thead><tr><th scope="col">${say('task.task')}</th><th scope="col">${say('task.role')}</th><th scope="col">${say('task.deadline')}</th><th scope="col">${say('task.document')}</th></tr></thead>
<tbody>${tasks.map(taskRow)}</tbody></table>${hidden > 0 && html`<p class="why">${say('task.more', { n: count(hidden) })}</p>`}</div></details>
`;
}

/** Bodies are often followed by one of the same name, so the day it began is part of what it is called. */
function follower(entry: AgencyEntry): Html {
  const from = entry.known?.validFrom ?? null;
  return html`${fullName(entry)}${from !== null && html` (${say('task.since', { date: printedValue(from) })})`}`;
}

function taskRow({ label, text, role, deadline, said }: Task): Html {
  return html`<tr>
<td class="task">${label !== null && html`<b lang="vi">${label}</b> `}<span lang="vi">${text}</span><details><summary>${say('target.words')}</summary><p>${saidWords(said)}</p></details></td>
<td class="term">${term('role', role)}</td>
<td${deadline === null && html` class="absent"`} lang="vi">${deadline ?? nothing()}</td>
<td class="term">${speakerLink(said.speaker)}</td>
</tr>
`;
}
