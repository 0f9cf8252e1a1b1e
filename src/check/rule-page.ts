import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../package-root.ts';
import { RULES } from './rules/catalogue.ts';

/** The names of all rules, in the order of the alphabet. */
export const RULE_NAMES: readonly string[] = RULES.map(({ name }) => name).sort();

/** A rule's page in Markdown: `rule.md` beside the source of the rule, which comes with the package. @throws where no rule has the name */
export function rulePage(name: string): string {
  if (!RULE_NAMES.includes(name)) throw new Error(`no rule ${name}`);
  return readFileSync(join(PACKAGE_ROOT, 'src', 'check', 'rules', name, 'rule.md'), 'utf8');
}

/** The Markdown under a heading of the second level: `sectionOf(page, 'Why it matters')`; empty where the page has none. */
export function sectionOf(page: string, heading: string): string {
  const section = page.split(/^## /m).find((one) => one.startsWith(`${heading}\n`));
  return section ? section.slice(heading.length).trim() : '';
}
