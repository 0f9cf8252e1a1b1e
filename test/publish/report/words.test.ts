import { describe, expect, it } from 'vitest';
import { Role } from '../../../src/model/assignments.ts';
import { Completeness } from '../../../src/model/document.ts';
import { CitationForm, Relation, System, WorkLink } from '../../../src/model/facts.ts';
import { Verdict } from '../../../src/model/finding.ts';
import { Origin } from '../../../src/model/source.ts';
import { Modality, Period, TargetFlag } from '../../../src/model/targets.ts';
import { type CodedField, count, term } from '../../../src/publish/report/words.ts';

const CODES: [CodedField, readonly string[]][] = [
  ['level', ['error', 'warning', 'info']],
  ['confidence', Verdict.shape.confidence.options],
  ['system', System.options],
  ['form', CitationForm.options],
  ['relation', Relation.options],
  ['status', WorkLink.shape.status.options],
  ['origin', Origin.options],
  ['role', Role.options],
  ['period', Period.shape.kind.options],
  ['modality', Modality.options],
  ['flag', TargetFlag.options],
  ['completeness', Object.values(Completeness.shape).flatMap(({ options }) => options as readonly string[])],
];

describe('words', () => {
  it.each(CODES)('name every %s of the model', (field, codes) => {
    for (const code of codes) expect(term(field, code).toString()).toMatch(/class="vi".+class="en"/);
  });

  it.each([
    'recognition',
    'recognition-word',
    'recognition-phrase',
    'recognition-code',
    'handwriting',
    'stamp-covered',
    'recognition-doubt',
    'deleted-text',
    'inserted-text',
    'hidden-text',
    'page-furniture',
    ...['tcvn3', 'vni', 'viscii', 'windows-1258'].map((encoding) => `legacy-${encoding}`),
  ])('name the repair %s of readers', (rule) => {
    expect(term('repair', rule).toString()).toMatch(/class="vi".+class="en"/);
  });

  it.each(['new-rule', 'constructor', '__proto__'])('leave the unknown code %s as it is', (code) => {
    expect(term('repair', code).toString()).toBe(`<code>${code}</code>`);
  });

  it('set thousands apart', () => {
    expect([0, 999, 1000, 1234567].map(count)).toEqual(['0', '999', '1\u202f000', '1\u202f234\u202f567']);
  });
});
