import dice from 'natural/lib/natural/distance/dice_coefficient.js';
import { RULE_NAMES, rulePage } from '../check/rule-page.ts';
import type { Checks } from '../knowledge/knowledge.ts';
import { DEFAULT_KNOWLEDGE, loadKnowledge } from '../knowledge/load.ts';
import { ExitCode } from './exit-code.ts';
import { LEVEL_STYLES } from './levels.ts';
import { lineWidth } from './listing.ts';
import { getLocale, printable, say, sayOf } from './locale.ts';
import { paint } from './paint.ts';
import { failWith } from './problems.ts';
import { markdownLines } from './terminal-markdown.ts';
import { columnWidths, tableLines, wrap } from './terminal-table.ts';

/** So many names are proposed for one that no rule has, and so alike they have to be. */
const PROPOSED = 3;
const ALIKE = 0.3;
const WIDEST_TEXT = 100;
/** What an example is expected to give: - expects: `06-NQ/TW` at `ngày 24/10/2022` → `24/01/2022` (certain). */
const EXPECTS = /^- expects: (`[^`\n]{1,300}`) at (.{1,600}?) (?=→)/gm;
const SIGNED: Readonly<Record<string, string>> = { '✗': 'flagged', '✓': 'not-flagged' };

/** `trichluc explain [rule]`: the page of a rule, also that of a finding's id, or all rules with level and title. */
export function explain(asked: string | undefined, options: { knowledge?: string; json: boolean }): ExitCode {
  try {
    const { rules } = loadKnowledge(options.knowledge ?? DEFAULT_KNOWLEDGE).checks;
    // The id of a finding begins with its rule: "citation.date-conflict:vn-tw-xiii-06-NQ-TW".
    const name = asked?.split(':', 1)[0];
    if (name === undefined) {
      process.stdout.write(options.json ? `${JSON.stringify(RULE_NAMES.map((rule) => described(rule, rules)))}\n` : listOf(rules));
      return ExitCode.done;
    }
    if (!RULE_NAMES.includes(name)) {
      const near = nearestNames(name);
      process.stderr.write(`trichluc: ${near.length > 0 ? say('explain.unknown', { name, near: near.join(', ') }) : say('explain.unknownAlone', { name })}\n`);
      return ExitCode.usage;
    }
    process.stdout.write(options.json ? `${JSON.stringify({ ...described(name, rules), page: rulePage(name) })}\n` : pageOf(name, rules));
    return ExitCode.done;
  } catch (error) {
    return failWith(error);
  }
}

function described(rule: string, rules: Checks['rules']) {
  const { level, about, title, message, kinds } = settingsOf(rule, rules);
  return { rule, level, about, title, message, kinds };
}

/** A rule that the knowledge leaves out is off, as for `check`. */
function settingsOf(rule: string, rules: Checks['rules']): Checks['rules'][string] {
  return rules[rule] ?? { level: 'off', about: 'document', title: { vi: rule, en: rule }, message: { vi: '', en: '' }, kinds: {}, options: {} };
}

function listOf(rules: Checks['rules']): string {
  const locale = getLocale();
  const rows = RULE_NAMES.map((rule) => [sayOf('level', settingsOf(rule, rules).level), rule, settingsOf(rule, rules).title[locale]]);
  const columns = [{ title: say('column.level') }, { title: say('column.rule') }, { title: say('column.title'), shrinkTo: 20 }];
  const widths = columnWidths(columns, rows, lineWidth());
  const titles = columns.map(({ title }) => title);
  const lines = rows.flatMap((row, at) => {
    const [first = '', ...more] = tableLines(columns, widths, row);
    const levelWidth = widths[0] ?? 0;
    const style = LEVEL_STYLES[settingsOf(RULE_NAMES[at] as string, rules).level];
    return [paint(style, first.slice(0, levelWidth)) + first.slice(levelWidth), ...more];
  });
  return `${[paint('dim', tableLines(columns, widths, titles).join('\n')), ...lines, '', say('explain.hint')].join('\n')}\n`;
}

function pageOf(rule: string, rules: Checks['rules']): string {
  const locale = getLocale();
  const { level, title, message, kinds } = settingsOf(rule, rules);
  const width = Math.min(lineWidth(), WIDEST_TEXT);
  const levelWord = paint(LEVEL_STYLES[level], sayOf('level', level));
  const lines = [`${levelWord} ${paint('bold', title[locale])}  ${paint('dim', rule)}`, '', ...wrap(message[locale], width - 2).map((line) => `  ${line}`)];
  for (const [kind, variety] of Object.entries(kinds)) {
    const own = variety.level ? `${sayOf('level', variety.level)}: ` : '';
    const [first = '', ...more] = wrap(own + (variety.message ?? message)[locale], width - 4);
    lines.push(`  ${paint('dim', `${kind}:`)}`, `    ${first}`, ...more.map((line) => `    ${line}`));
  }
  // The head above says what the first heading would.
  const page = rulePage(rule)
    .replace(/^# .*\n/, '')
    .replace(EXPECTS, (_, about: string, places: string) => `- ${say('page.expects', { about, places })} `)
    .replace(/(→ [^\n→]{1,200}\()(\w{1,20})\)$/gm, (_, before: string, confidence: string) => `${before}${sayOf('confidence', confidence)})`);
  if (locale !== 'en') lines.push('', paint('dim', say('explain.inEnglish')));
  return `${[...lines, '', ...markdownLines(page, width, titleOf)].join('\n')}\n`;
}

/** `## Why it matters`, `## ✗` in the language of the interface. */
function titleOf(heading: string): string {
  const key = SIGNED[heading] ?? heading.toLowerCase().replace(/ /g, '-');
  const said = sayOf('page', key);
  return said === key ? heading : said;
}

/** The names most like one that no rule has; a part of a name counts as like the whole. */
function nearestNames(name: string): string[] {
  const wanted = name.toLowerCase();
  return RULE_NAMES.map((rule) => ({ rule, likeness: Math.max(dice(wanted, rule), dice(wanted, rule.slice(rule.indexOf('.') + 1))) }))
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, PROPOSED)
    .map(({ rule }) => printable(rule));
}
