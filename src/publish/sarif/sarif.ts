import type { Log, ReportingDescriptor, Result, Run, ToolComponent } from 'sarif';
import { RULE_NAMES, rulePage, sectionOf } from '../../check/rule-page.ts';
import type { Checks } from '../../knowledge/knowledge.ts';
import type { Bilingual, Finding, Level } from '../../model/finding.ts';
import { jsonPieces } from '../json.ts';
import { artifactUri, SOURCES } from './places.ts';
import { type Language, resultOf, sarifLevel } from './results.ts';
import words from './words.json' with { type: 'json' };

/** What a SARIF log tells besides the findings. */
export interface SarifInput {
  findings: Iterable<Finding>;
  rules: Checks['rules'];
  inputs: readonly { file: string; sha256: string }[];
  /** Files that could not be read, or that need a look. */
  problems: readonly { file: string; severity: 'error' | 'notice'; message: Bilingual }[];
  version: string;
}

/** Sections of a rule's page that a reader of the result wants; the examples stay on the page. */
const HELP_SECTIONS = ['What it is', 'Why it matters', 'Source of the rule', 'How the verdict is reached', 'When to ignore it'];

/**
 * The findings as a SARIF 2.1.0 log with one run. Messages are in `language`; the other language is in `translations` for rules and in
 * `properties` for results. Columns count UTF-16 code units, like all offsets of this program. As JSON in pieces.
 */
export function* sarifPieces(input: SarifInput, language: Language): Generator<string> {
  yield* jsonPieces(sarifLog(input, language), ['runs', '0', 'results'], results(input.findings, language));
}

function* results(findings: Iterable<Finding>, language: Language): Generator<Result> {
  for (const finding of findings) yield resultOf(finding, language);
}

/** The log with its results left to be filled in. */
function sarifLog(input: SarifInput, language: Language): Log {
  const { rules, inputs, problems, version } = input;
  const other: Language = language === 'vi' ? 'en' : 'vi';
  const run: Run = {
    tool: {
      driver: {
        name: 'trichluc',
        semanticVersion: version,
        language,
        contents: ['localizedData', 'nonLocalizedData'],
        rules: RULE_NAMES.map((rule) => descriptor(rule, rules, language)),
      },
    },
    language,
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [SOURCES]: { description: { text: words.sources[language] } } },
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: problems.map(({ file, severity, message }) => ({
          level: severity === 'error' ? 'error' : 'note',
          message: { text: message[language] },
          locations: [{ physicalLocation: { artifactLocation: { uri: artifactUri(file), uriBaseId: SOURCES } } }],
        })),
      },
    ],
    artifacts: inputs.map(({ file, sha256 }) => ({ location: { uri: artifactUri(file), uriBaseId: SOURCES }, roles: ['analysisTarget'], hashes: { 'sha-256': sha256 } })),
    results: [],
    translations: [translation(rules, other)],
  };
  return { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
}

function descriptor(rule: string, rules: Checks['rules'], language: Language): ReportingDescriptor {
  const level: Level = rules[rule]?.level ?? 'off';
  const hint = words.help[language].replace('{rule}', rule);
  const page = rulePage(rule);
  const sections = HELP_SECTIONS.map((heading) => `## ${heading}\n\n${sectionOf(page, heading)}`).join('\n\n');
  return {
    ...translated(rule, rules, language),
    name: rule.replace(/(?:^|[.-])([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    help: { text: hint, markdown: `${hint}\n\n${sections}` },
    defaultConfiguration: { enabled: level !== 'off', ...(level === 'off' ? {} : { level: sarifLevel(level) }) },
    properties: { tags: [rule.slice(0, rule.indexOf('.'))] },
  };
}

function translation(rules: Checks['rules'], language: Language): ToolComponent {
  return { name: 'trichluc', language, contents: ['localizedData'], isComprehensive: false, rules: RULE_NAMES.map((rule) => translated(rule, rules, language)) };
}

function translated(rule: string, rules: Checks['rules'], language: Language): ReportingDescriptor {
  const settings = rules[rule];
  const title = settings?.title[language] ?? rule;
  // What a rule fills in is different in each result: "… is given different dates of issue: …."
  const message = (settings?.message[language] ?? title).replace(/\{\w+\}/g, '…');
  return { id: rule, shortDescription: { text: title }, fullDescription: { text: message } };
}
