import type { ExtractedDocument } from '../model/document.ts';
import { fold } from '../text/fold.ts';
import { outlineOf, titleKey } from './compare.ts';
import type { ExpectedDocument, ExpectedIdentity } from './fixtures.ts';
import type { Score } from './score.ts';

const words = (value: string | null | undefined) =>
  value == null
    ? null
    : fold(value)
        .replace(/\s+/g, ' ')
        .replace(/[\s.,;:]+$/, '')
        .replace(/^(?:v\/v|về việc)\s+/u, '');

/** Counts each judged field of an identity as right or wrong. */
export function judgeIdentity(expected: ExpectedIdentity, { identity }: ExtractedDocument, label: string, score: Score): void {
  const fields: [name: string, expected: unknown, found: unknown][] = [];
  const add = <K extends keyof ExpectedIdentity>(name: K, found: unknown, shape: (value: ExpectedIdentity[K]) => unknown = (value) => value) => {
    if (name in expected) fields.push([name, shape(expected[name]), found]);
  };
  add('system', identity.system);
  add('type', words(identity.documentType?.name), words);
  add('typeCode', identity.documentType?.code ?? null);
  if (expected.documentType) {
    fields.push(['type', words(expected.documentType.name), words(identity.documentType?.name)], ['typeCode', expected.documentType.code, identity.documentType?.code ?? null]);
  }
  add('number', identity.number?.value ?? null);
  add('issuedOn', identity.issuedOn.value);
  add('notBefore', identity.issuedOn.notBefore);
  add('place', words(identity.place?.value), words);
  add('issuer', words(identity.issuer?.name), words);
  add('directingAuthority', words(identity.directingAuthority?.name), words);
  add('title', words(identity.title?.value), words);
  if (expected.signatories) {
    expected.signatories.forEach((signatory, index) => {
      const found = identity.signatories[index];
      for (const key of ['authority', 'capacity', 'name'] as const) if (key in signatory) fields.push([`signatory ${key}`, words(signatory[key]), words(found?.[key])]);
    });
    fields.push(['signatories', expected.signatories.length, identity.signatories.length]);
  }
  const list = (values: readonly string[] | undefined) => values?.map((value) => words(value)).join(' | ') ?? null;
  if (expected.addressees) fields.push(['addressees', list(expected.addressees), list(identity.addressees.map(({ value }) => value))]);
  if (expected.recipients) fields.push(['recipients', list(expected.recipients), list(identity.recipients.map(({ value }) => value))]);
  for (const [name, right, found] of fields) {
    if (right === (found ?? null)) score.hits++;
    else score.misses.push(`${label}: ${name}: expected ${JSON.stringify(right)}, found ${JSON.stringify(found ?? null)}`);
  }
}

/** Outline entries with depth, kind and marker; a title agrees when the found one begins with the expected letters. */
export function judgeOutline(expected: NonNullable<ExpectedDocument['outline']>, document: ExtractedDocument, label: string, score: Score): void {
  const open = outlineOf(document).map((entry) => ({ place: `${entry.depth} ${entry.kind} ${entry.marker}`, title: titleKey(entry.title, TITLE_LETTERS) }));
  for (const entry of expected) {
    const place = `${entry.depth} ${entry.kind} ${entry.marker}`;
    const title = titleKey(entry.title, TITLE_LETTERS);
    const at = open.findIndex((found) => found.place === place && found.title.startsWith(title));
    if (at === -1) score.misses.push(`${label}: ${place} ${title}`);
    else {
      score.hits++;
      open.splice(at, 1);
    }
  }
  for (const found of open) score.falseAlarms.push(`${label}: ${found.place} ${found.title}`);
}

const TITLE_LETTERS = 24;
