import { describe, expect, it } from 'vitest';
import { relationGrammar } from '../../src/extract/relations.ts';
import { numberGrammar } from '../../src/grammar/numbers.ts';
import { roleGrammar } from '../../src/grammar/roles.ts';
import { fold } from '../../src/text/fold.ts';
import { knowledge } from '../default-knowledge.ts';
import { linesOf } from '../stages.ts';

const numbers = numberGrammar(knowledge);
const relations = relationGrammar(knowledge);

/** Code and system a number is of, as a citation would have it. */
const typeOf = (text: string) => {
  const found = numbers.find(`số ${text}`)[0]?.number;
  return found ? `${found.system} ${found.typeCode}` : null;
};

describe('document-types.csv: the numbers of a row are of its type', () => {
  const rows = knowledge.documentTypes.filter((row) => row.code !== '' && row.system !== 'both');
  const pairs = (cell: 'examples' | 'counter_examples') => rows.flatMap((row) => row[cell].map((text) => [text, `${row.system} ${row.code}`, row.line] as const));

  /** A number of the National Assembly carries no type: its title tells it. */
  const untyped = /\/(?:QH|UBTVQH)\d+$/;

  it.each(pairs('examples').filter(([text]) => !untyped.test(text)))('%s is %s (line %i)', (text, type) => {
    expect(typeOf(text)).toBe(type);
  });

  it.each(pairs('counter_examples'))('%s is not %s (line %i)', (text, type) => {
    expect(typeOf(text)).not.toBe(type);
  });
});

describe('relations.yaml: the words before a citation tell the relation', () => {
  const relationOf = (text: string) => {
    const folded = fold(text);
    return relations.before(folded, 0, numbers.find(text)[0]?.start ?? folded.length);
  };
  const pairs = (cell: 'examples' | 'counter_examples') => knowledge.relations.relations.flatMap((entry) => entry[cell].map((text) => [text, entry.relation] as const));

  it.each(pairs('examples'))('“%s” %s it', (text, relation) => {
    expect(relationOf(text)).toBe(relation);
  });

  it.each(pairs('counter_examples'))('“%s” does not %s it', (text, relation) => {
    expect(relationOf(text)).not.toBe(relation);
  });
});

describe('roles.yaml: a phrase says what it is listed for', () => {
  const roles = roleGrammar(knowledge);
  const kindsOf = (text: string) => roles.tokens({ text, folded: fold(text) }, () => 0).flatMap((token) => (token.kind === 'trigger' ? [token.trigger] : []));
  const pairs = (cell: 'examples' | 'counter_examples') => knowledge.roles.triggers.flatMap((entry) => entry[cell].map((text) => [text, entry.kind] as const));

  it.each(pairs('examples'))('“%s” is %s', (text, kind) => {
    expect(kindsOf(text)).toContain(kind);
  });

  it.each(pairs('counter_examples'))('“%s” is not %s', (text, kind) => {
    expect(kindsOf(text)).not.toContain(kind);
  });
});

describe('repairs.yaml: a letter that Vietnamese does not have is repaired', () => {
  /** Some letters tell what they stand for only beside another one (`when`). */
  const repairs = knowledge.repairs.characters.flatMap(({ from, to, when, examples }) =>
    examples.map((text) => ({ from, to, text, before: when === undefined ? '' : `${when} ` })),
  );

  it.each(repairs)('$before$text: $from is $to', ({ from, to, text, before }) => {
    expect(linesOf(`${before}${text}`)[0]?.slice(before.length)).toBe(text.replaceAll(from, to));
  });
});
