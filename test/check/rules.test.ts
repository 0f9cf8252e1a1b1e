import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/check/rules/catalogue.ts';
import { knowledge } from '../default-knowledge.ts';
import { describeFinding, printed, runCorpus, type SourceFile } from './run-corpus.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'src', 'check', 'rules');
const names = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();
const page = (name: string): string => {
  const path = join(FOLDER, name, 'rule.md');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};

interface Expectation {
  about: string;
  at: string[];
  /** As printed; null for "cannot tell". */
  value: string | null;
  confidence: string | null;
}

interface Example {
  title: string;
  files: SourceFile[];
  expects: Expectation[];
  /** Lines that look like an expectation and are none. */
  malformed: string[];
}

const EXPECTS = /^- expects: `([^`]+)` at (`[^`]+`(?:, `[^`]+`)*) → (?:`([^`]+)`|(\?))(?: \((certain|high|medium|low|none)\))?$/;

/** The examples under `## ✗` or `## ✓`: each `###` heading with its fenced files and the lines of what is expected. */
function examplesOf(markdown: string, mark: '✗' | '✓'): Example[] {
  const section = markdown.split(/^## /m).find((part) => part.startsWith(mark)) ?? '';
  return section
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const files = [...part.matchAll(/^```text (\S+)(?: signed (.+))?\n([\s\S]*?)^```$/gm)].map(([, name = '', signed = '', content = '']) => ({
        name,
        content,
        signatures: signed
          .split(' ')
          .filter(Boolean)
          .map((signedAt) => ({ signer: null, organisation: null, signedAt, coversWholeFile: true })),
      }));
      const lines = part
        .replace(/^```text[\s\S]*?^```$/gm, '')
        .split('\n')
        .filter((line) => line.startsWith('- expects'));
      const expects: Expectation[] = [];
      const malformed: string[] = [];
      for (const line of lines) {
        const [, about, places = '', value, , confidence] = EXPECTS.exec(line) ?? [];
        if (about === undefined) malformed.push(line);
        else expects.push({ about, at: [...places.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string), value: value ?? null, confidence: confidence ?? null });
      }
      return { title: (part.split('\n')[0] as string).trim(), files, expects, malformed };
    });
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ');

/** How findings of one rule differ from what an example expects; empty where they agree. */
function compare(rule: string, { files, expects }: Example): string[] {
  const open = runCorpus(files).findings.filter((finding) => finding.rule === rule);
  const lines: string[] = [];
  for (const { about, at, value, confidence } of expects) {
    const index = open.findIndex(({ message, sides }) => message.vi.includes(about) && at.every((words) => sides.some((side) => squeeze(side.evidence.quote).includes(words))));
    const found = open[index];
    if (!found) {
      lines.push(`not found: ${about} at ${at.join(', ')}`);
      continue;
    }
    open.splice(index, 1);
    const proposed = found.verdict?.value == null ? null : printed(found.verdict.value);
    if (proposed !== value) lines.push(`${about}: proposed ${proposed ?? '?'} instead of ${value ?? '?'}: ${describeFinding(found)}`);
    if (confidence !== null && found.verdict?.confidence !== confidence) lines.push(`${about}: ${found.verdict?.confidence} instead of ${confidence}: ${describeFinding(found)}`);
  }
  return [...lines, ...open.map((finding) => `found besides: ${describeFinding(finding)}`)];
}

test('every rule has one name: of its folder, of its export, in the catalogue and in checks.yaml', async () => {
  const exported: string[] = [];
  for (const name of names) {
    const module = (await import(join(FOLDER, name, 'rule.ts'))) as { rule: { name: string } };
    exported.push(module.rule.name);
  }
  expect(exported).toEqual(names);
  expect(RULES.map((rule) => rule.name).sort()).toEqual(names);
  expect(Object.keys(knowledge.checks.rules).sort()).toEqual(names);
});

describe.each(names)('%s', (name) => {
  test('checks.yaml gives level, title and message in both languages', () => {
    const settings = knowledge.checks.rules[name];
    expect(settings?.level).toMatch(/^(?:error|warning|info|off)$/);
    for (const words of [settings?.title, settings?.message, ...Object.values(settings?.kinds ?? {}).flatMap((kind) => (kind.message ? [kind.message] : []))]) {
      expect(words?.vi, 'vi').toMatch(/\p{L}/u);
      expect(words?.en, 'en').toMatch(/\p{L}/u);
      // Both languages are filled from the same values.
      expect([...(words?.en.matchAll(/\{\w+\}/g) ?? [])].map(String).sort()).toEqual([...(words?.vi.matchAll(/\{\w+\}/g) ?? [])].map(String).sort());
    }
  });

  test('its page says what, why, whence, how, when not', () => {
    const headings = [...page(name).matchAll(/^#{1,2} (.+)$/gm)].map((match) => match[1]);
    expect(headings).toEqual([name, 'What it is', 'Why it matters', 'Source of the rule', 'How the verdict is reached', 'When to ignore it', '✗', '✓']);
  });

  const wrong = examplesOf(page(name), '✗');
  const right = examplesOf(page(name), '✓');

  test('its page has two examples to flag and three neighbours not to flag', () => {
    expect(wrong.length, '✗').toBeGreaterThanOrEqual(2);
    expect(right.length, '✓').toBeGreaterThanOrEqual(3);
    for (const example of [...wrong, ...right]) expect(example.files.length, example.title).toBeGreaterThan(0);
    expect([...wrong, ...right].flatMap((example) => example.malformed)).toEqual([]);
    expect(wrong.filter((example) => example.expects.length === 0).map((example) => example.title)).toEqual([]);
    expect(right.filter((example) => example.expects.length > 0).map((example) => example.title)).toEqual([]);
  });

  for (const example of wrong) {
    test(`✗ ${example.title}`, () => {
      expect(compare(name, example)).toEqual([]);
    });
  }
  for (const example of right) {
    test(`✓ ${example.title}`, () => {
      expect(compare(name, example)).toEqual([]);
    });
  }
});

test('no message keeps an unfilled place', () => {
  const files = names.flatMap((name) => [...examplesOf(page(name), '✗')].flatMap((example, at) => example.files.map((file) => ({ ...file, name: `${name}-${at}-${file.name}` }))));
  const texts = files.flatMap((file) => runCorpus([file]).findings).flatMap(({ message, verdict }) => [message.vi, message.en, verdict?.reason.vi ?? '', verdict?.reason.en ?? '']);
  expect(texts.filter((text) => /\{\w+\}|undefined|null/.test(text))).toEqual([]);
});
