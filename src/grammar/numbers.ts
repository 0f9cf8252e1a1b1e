import type { Knowledge } from '../knowledge/knowledge.ts';
import type { DocumentNumber, System } from '../model/facts.ts';
import { fold } from '../text/fold.ts';
import { compiledOnce } from './compiled.ts';
import { typeGrammar } from './types.ts';
import { anyPrinted, anyWritten } from './words.ts';

/** A document number found in a text; offsets include neither the type word nor "số". `blank`: dots stand where the number belongs. */
export interface FoundNumber {
  start: number;
  end: number;
  blank: boolean;
  number: DocumentNumber;
}

export interface NumberGrammar {
  /** All numbers of a text, in order. */
  find(text: string): FoundNumber[];
  /** The number at the start of a header line's rest (`3824 /VP-QH`), blank ones included. */
  readHeader(text: string): FoundNumber | null;
  /** The form in which spellings of one number are equal: `59- ctr/TU` → `59|CTR|TU`, `148-NQ/CP` and `148/NQ-CP` → `148|NQ|CP`. */
  key(number: DocumentNumber): string;
  /** A number in the shape its system prescribes: `148-NQ/CP` → `148/NQ-CP`; historical State numbers keep their hyphen. */
  canonical(number: DocumentNumber): string | null;
}

/** A number ends with its line or cell: lines that belong together were joined before. */
const BLANK = '[^\\S\\n\\t]';
const CODE = '\\p{Lu}[\\p{L}\\d&]{0,14}';
/** 1234/UBND.VX, 06/QC-TT.HĐND-UBND: a full stop joins a unit to its body, and at times a body to the type. */
const GROUP = `${CODE}(?:\\.${CODE}){0,2}`;
const GROUPS = `${GROUP}(?:${BLANK}?-${BLANK}?${GROUP}){0,4}`;
const SERIAL = '\\d{1,5}[a-zđ]?(?:\\.\\d{1,3})?';
/** 148/NQ-CP, 35/2022/NĐ-CP, 33/2024/QH15, 2563/SXD-PTĐT · 42-CTr/HU, 555-KL/TUHP-TUHD · 217-HĐBT · [số] 08 KH-UBND, [số] 13 HD/BTGTW, [số] 15KH/TWĐTN · [số] 411-QĐ-TTg, 44/2015-NĐ-CP */
const CANDIDATE = new RegExp(
  `(?<![\\p{L}\\d/-])(?<!\\d[.,])(?<serial>${SERIAL})[.…]{0,6}(?:${BLANK}?/${BLANK}?(?:(?<year>\\d{4})${BLANK}?/${BLANK}?)?(?<slashed>${GROUPS}(?:/${GROUPS})?)|${BLANK}?-${BLANK}?(?<type>\\p{L}{1,6})${BLANK}?/${BLANK}?(?<body>${GROUPS})|-(?<historical>\\p{Lu}[\\p{L}\\d]{1,8})(?![\\p{L}\\d/-])|${BLANK}?(?<bare>\\p{Lu}\\p{L}{0,5}(?:-|${BLANK}?/${BLANK}?)${GROUPS})|(?:/(?<adopted>\\d{4}))?-(?<hyphened>\\p{Lu}\\p{L}{0,5}-${GROUPS}))`,
  'gu',
);
/** Signs that leave room for a number. */
const FILLERS: ReadonlySet<string> = new Set(['.', '…', '_']);
const LONGEST_FILLER = 12;
/** No code of a type is longer. */
const LONGEST_CODE = 5;
/** No name of a type is longer. */
const LONGEST_TYPE = 40;
const LETTER = /^\p{Lu}(?![\p{L}\d&.-])/u;
const GROUP_BEHIND = new RegExp(`(?:${BLANK}?-${BLANK}?)?(${GROUP})`, 'gu');
const BLANK_REST = `${BLANK}?(?:/${BLANK}?(?:(?<year>\\d{4})${BLANK}?/${BLANK}?)?(?<slashed>${GROUPS})|-${BLANK}?(?<type>\\p{L}{1,6})${BLANK}?/${BLANK}?(?<body>${GROUPS}))`;

export const numberGrammar: (knowledge: Pick<Knowledge, 'documentTypes' | 'citations' | 'anatomy'>) => NumberGrammar = compiledOnce(({ documentTypes, citations, anatomy }) => {
  const numberWord = anyPrinted(anatomy.number_words, false);
  /** "số ....-CTr/TU", "Số:      /KH-UBND", "số …/QĐ-UBND", "số .../2024/QĐ-UBND" */
  // The word is matched, not looked behind for: a pattern that begins with letters passes quickly over a text.
  const blankNumber = new RegExp(`(?:[.…_]{2,30}|…|(?<word>${numberWord}:?)${BLANK}{0,30})${BLANK_REST}`, 'gu');
  const numberWordBefore = new RegExp(`${anyPrinted(anatomy.number_words, true)}\\s?[:.]?\\s{0,3}$`, 'u');
  const headerLead = `${anatomy.number_words[0]} `;
  const legislaturePattern = new RegExp(`^(${citations.legislature_bodies.join('|')})\\s?(\\d{1,2})$`);
  const hyphenated = new RegExp(`^${anyWritten(citations.hyphenated_bodies)}`);
  const ministry = new RegExp(citations.ministry_codes.pattern, 'u');
  const oneLetterCodes = new Set(citations.one_letter_codes);
  const spellings = new Map(Object.entries(citations.code_spellings));
  const types = new Map<string, { code: string; systems: Set<System> }>();
  for (const type of documentTypes) {
    if (type.code === '') continue;
    const key = type.code.toUpperCase();
    const entry = types.get(key) ?? { code: type.code, systems: new Set<System>() };
    for (const system of type.system === 'both' ? (['state', 'party'] as const) : [type.system]) entry.systems.add(system);
    types.set(key, entry);
  }
  const historical = new Set(citations.historical_bodies);
  const stateBodies = new Set(citations.state_body_codes);
  const partyBodies = new Set(citations.party_body_codes);
  const typeWords = typeGrammar({ documentTypes });
  const spelled = (code: string) => spellings.get(code) ?? code;
  const typeOf = (code: string) => types.get(code.toUpperCase());
  /** "QĐUBND", "NQCP": the code of a type and that of a body whose hyphen is lost, as two; null where a code is one of its own. */
  const withoutHyphen = (group: string): [type: string, body: string] | null => {
    if (typeOf(group) !== undefined || stateBodies.has(group) || partyBodies.has(group)) return null;
    for (let length = Math.min(LONGEST_CODE, group.length - 1); length > 0; length--) {
      const body = group.slice(length);
      const type = stateBodies.has(body) ? typeOf(group.slice(0, length)) : undefined;
      if (type?.systems.has('state')) return [type.code, body];
    }
    return null;
  };
  const isCode = (group: string) => {
    const upper = group.match(/\p{Lu}|\d/gu)?.length ?? 0;
    return typeOf(group) !== undefined || stateBodies.has(group) || partyBodies.has(group) || (upper >= 2 && upper * 2 >= group.length);
  };
  /** "26/2022/QH15 - Luật": groups are kept as long as they look like codes. */
  const codeGroups = (text: string): { groups: string[]; length: number } => {
    const groups: string[] = [];
    let length = 0;
    for (const match of text.matchAll(GROUP_BEHIND)) {
      const group = match[1] as string;
      const parts = group.split('.');
      // "12/KH-UBND.Thực hiện": what stands behind the full stop is the next sentence.
      const foreign = parts.findIndex((part) => !isCode(part) && !(groups.length === 0 && oneLetterCodes.has(part)));
      const codes = foreign === -1 ? parts : parts.slice(0, foreign);
      if (codes.length === 0) break;
      const [first, ...rest] = codes as [string, ...string[]];
      // "22/QĐ.UBND"
      if (groups.length === 0 && rest.length > 0 && typeOf(first) !== undefined) groups.push(first, rest.join('.'));
      else groups.push(codes.join('.'));
      length = match.index + match[0].length - (group.length - codes.join('.').length);
      if (foreign !== -1) break;
    }
    return { groups, length };
  };

  /** "TTLT/BTC-BNN", "CT/UB": until about 2010 a slash stood between type and body as well. */
  const typedGroups = (text: string): { groups: string[]; length: number } => {
    const slash = text.indexOf('/');
    if (slash === -1) return codeGroups(text);
    const head = codeGroups(text.slice(0, slash));
    const tail = codeGroups(text.slice(slash + 1));
    if (head.length < slash || head.groups.length !== 1 || typeOf(head.groups[0] as string) === undefined || tail.length === 0) return head;
    return { groups: [...head.groups, ...tail.groups], length: slash + 1 + tail.length };
  };

  interface Shape {
    separator: '/' | '-' | null;
    year: string | undefined;
    groups: string[];
    typeCode: string | null;
    bodies: string[];
    system: System;
  }

  /** `named`: the text before says that this is a number, by the word for one or for a type ("Công văn 285/CCTTHC"); `fits`: it can be of this type. */
  const slashShape = (groups: string[], year: string | undefined, named: () => boolean, fits: (typeCode: string) => boolean): Shape | null => {
    const [first, ...rest] = groups;
    if (first === undefined) return null;
    const type = typeOf(first);
    if (legislaturePattern.test(first) && year) return { separator: '/', year, groups, typeCode: null, bodies: groups, system: 'state' };
    if (type && rest.length > 0) {
      const party = rest.some((code) => partyBodies.has(code)) && !rest.some((code) => stateBodies.has(code));
      return { separator: '/', year, groups, typeCode: type.code, bodies: rest, system: party ? 'party' : 'state' };
    }
    const parted = withoutHyphen(first);
    if (parted && (year || named()) && fits(parted[0])) {
      const [typeCode, body] = parted;
      return { separator: '/', year, groups: [typeCode, body, ...rest], typeCode, bodies: [body, ...rest], system: 'state' };
    }
    if (rest.length > 0) return { separator: '/', year, groups, typeCode: null, bodies: groups, system: 'state' };
    if (historical.has(first) || year || named()) return { separator: '/', year, groups, typeCode: type?.code ?? null, bodies: type ? [] : groups, system: 'state' };
    return null;
  };

  const build = (shape: Shape, serialText: string, raw: string): DocumentNumber => {
    const { separator } = shape;
    // Where none is printed it is that of the system.
    const joint = separator ?? (shape.system === 'party' ? '-' : '/');
    const bodyText = shape.bodies.join('-');
    const groups = shape.typeCode === null ? bodyText : joint === '-' ? `${shape.typeCode}${bodyText ? `/${bodyText}` : ''}` : `${shape.typeCode}${bodyText ? `-${bodyText}` : ''}`;
    const notation = groups;
    const year = shape.year ? Number(shape.year) : null;
    const legislature = legislaturePattern.exec(shape.bodies.at(-1) ?? '');
    return {
      value: serialText === '' ? null : `${serialText}${joint}${year === null ? '' : `${year}/`}${notation}`,
      raw,
      serial: /^\d+[a-zđ]?$/u.test(serialText) ? Number.parseInt(serialText, 10) : null,
      separator,
      notation,
      year,
      typeCode: shape.typeCode,
      bodyCode: legislature?.[1] ?? shape.bodies[0]?.split('.')[0] ?? null,
      legislature: legislature ? Number(legislature[2]) : null,
      system: shape.system,
    };
  };

  const hyphenShape = (typeText: string, bodyText: string, numberWord: boolean): { shape: Shape; length: number } | null => {
    const type = typeOf(typeText);
    if (!type) return null;
    const { groups, length } = codeGroups(bodyText);
    // "số 13-NQ/T": a letter of the body's code is lost.
    const letter = groups.length === 0 && numberWord && type.systems.has('party') ? LETTER.exec(bodyText)?.[0] : undefined;
    if (letter !== undefined)
      return { shape: { separator: '-', year: undefined, groups: [letter], typeCode: type.code, bodies: [letter], system: 'party' }, length: letter.length };
    if (groups.length === 0) return null;
    const [first] = groups as [string];
    // "411-KH/TWĐTN-BTC": the body comes first; BTC behind it is its Ban Tổ chức, not the Ministry of Finance.
    const party = partyBodies.has(first) && !stateBodies.has(first);
    const state =
      !party &&
      (groups.some((code) => stateBodies.has(code) || historical.has(code) || hyphenated.test(code)) ||
        (ministry.test(first) && !partyBodies.has(first) && !type.systems.has('party')));
    return { shape: { separator: '-', year: undefined, groups, typeCode: type.code, bodies: groups, system: state ? 'state' : 'party' }, length };
  };

  /** "411-QĐ-TTg", "44/2015-NĐ-CP": hyphens only, with the code of a body that is listed. */
  const hyphenedShape = (text: string, year: string | undefined): { shape: Shape; length: number } | null => {
    const { groups, length } = codeGroups(text);
    const [first, ...bodies] = groups;
    const [body] = bodies;
    const type = first === undefined ? undefined : typeOf(first);
    if (type === undefined || body === undefined || !(stateBodies.has(body) || ministry.test(body)) || partyBodies.has(body)) return null;
    return { shape: { separator: null, year, groups, typeCode: type.code, bodies, system: 'state' }, length };
  };

  /** "số …05…./2006/QĐ-UBND": a number written over the dots left for it begins with them. */
  const startOfFiller = (text: string, start: number): number => {
    let at = start;
    while (at > 0 && start - at < LONGEST_FILLER && FILLERS.has(text[at - 1] as string)) at--;
    return at < start && numberWordBefore.test(text.slice(Math.max(0, at - 8), at)) ? at : start;
  };

  const read = (match: RegExpExecArray | RegExpMatchArray, text: string, blank: boolean): FoundNumber | null => {
    const { word = '', serial = '', year, slashed, type, body, historical: old, bare, adopted, hyphened } = match.groups ?? {};
    const digits = (match.index as number) + word.length;
    const start = blank ? digits : startOfFiller(text, digits);
    const whole = text.slice(start, (match.index as number) + match[0].length);
    const numberWord = numberWordBefore.test(text.slice(Math.max(0, start - 8), start)) || blank;
    const named = () => numberWord || typeWords.endsWith(fold(text.slice(Math.max(0, start - LONGEST_TYPE), start)).trimEnd()) !== null;
    /** True where the name of a type before the number does not say that it is another one: "Công văn số 45/TTHĐND" is no Thông tư. */
    const fits = (typeCode: string) => {
      const before = text.slice(Math.max(0, start - LONGEST_TYPE), start).replace(numberWordBefore, '');
      const type = typeWords.endsWith(fold(before).trimEnd());
      return type === null || type.hypernym || type.rows.some(({ code }) => code === typeCode);
    };
    let shape: Shape | null = null;
    let cut = 0;
    if (slashed !== undefined) {
      const { groups, length } = typedGroups(slashed);
      cut = slashed.length - length;
      shape = slashShape(groups, year, named, fits);
    } else if (type !== undefined && body !== undefined) {
      const found = hyphenShape(type, body, numberWord);
      shape = found?.shape ?? null;
      cut = found ? body.length - found.length : 0;
    } else if (old !== undefined) {
      if (historical.has(old)) shape = { separator: '-', year: undefined, groups: [old], typeCode: null, bodies: [old], system: 'state' };
    } else if (bare !== undefined && numberWord) {
      const slash = bare.indexOf('/');
      const [typeText = '', ...rest] = bare.split(/\s?-\s?/);
      const known = typeOf(typeText);
      // "13 HD/BTGTW", "15KH/TWĐTN": the hyphen is lost.
      const found = slash === -1 ? null : hyphenShape(bare.slice(0, slash).trim(), bare.slice(slash + 1).trimStart(), false);
      if (found) {
        const { groups, typeCode } = found.shape;
        // "Thông tư số 118 TC/TCT" of 1994: no Thông cáo of the Party, but a body and its unit.
        const office = !partyBodies.has(groups[0] as string) && !fits(typeCode as string);
        const bodies = [bare.slice(0, slash).trim(), ...groups];
        shape = office ? { separator: null, year: undefined, groups: bodies, typeCode: null, bodies, system: 'state' } : { ...found.shape, separator: null };
        cut = bare.slice(slash + 1).trimStart().length - found.length;
      } else if (known && rest.every(isCode)) shape = { separator: null, year: undefined, groups: [known.code, ...rest], typeCode: known.code, bodies: rest, system: 'state' };
    } else if (hyphened !== undefined && named()) {
      const found = hyphenedShape(hyphened, adopted);
      shape = found?.shape ?? null;
      cut = found ? hyphened.length - found.length : 0;
    }
    if (shape === null) return null;
    const raw = whole.slice(0, whole.length - cut);
    return { start, end: start + raw.length, blank, number: build(shape, blank ? '' : serial, raw) };
  };

  return {
    find(text) {
      const found: FoundNumber[] = [];
      for (const match of text.matchAll(CANDIDATE)) {
        const number = read(match, text, false);
        if (number) found.push(number);
      }
      for (const match of text.matchAll(blankNumber)) {
        const number = read(match, text, true);
        if (number && !found.some((other) => other.start < number.end && number.start < other.end)) found.push(number);
      }
      return found.sort((a, b) => a.start - b.start);
    },
    readHeader(text) {
      CANDIDATE.lastIndex = 0;
      const labelled = headerLead + text;
      const reach = headerLead.length + 3;
      const match = [...labelled.matchAll(CANDIDATE)][0];
      const number = match && match.index <= reach ? read(match, labelled, false) : null;
      const empty = number ? null : [...labelled.matchAll(blankNumber)][0];
      const result = number ?? (empty && empty.index + (empty.groups?.word?.length ?? 0) <= reach ? read(empty, labelled, true) : null);
      return result && { ...result, start: Math.max(0, result.start - headerLead.length), end: result.end - headerLead.length };
    },
    key(number) {
      const bodies = number.notation.split(/[-/.]/).filter((group) => group !== '');
      const serial = number.value === null ? '' : (/^[\d.]+[a-zđ]?/u.exec(number.value)?.[0] ?? '').replace(/^0+(?=\d)/, '');
      return [serial, number.year ?? '', ...bodies].map((part) => spelled(String(part).toUpperCase())).join('|');
    },
    canonical(number) {
      if (number.value === null) return null;
      const serial = /^[\d.]+[a-zđ]?/u.exec(number.value)?.[0] ?? '';
      const bodies = number.notation.split(/[-/]/).slice(number.typeCode === null ? 0 : 1);
      if (number.system === 'party' && number.typeCode !== null) return `${serial}-${number.typeCode}/${bodies.join('-')}`;
      if (number.separator === '-' && (number.typeCode === null || bodies.some((body) => hyphenated.test(body)))) return number.value;
      const groups = number.typeCode === null ? bodies : [number.typeCode, ...bodies];
      return `${serial}/${number.year === null ? '' : `${number.year}/`}${groups.join('-')}`;
    },
  };
});

/** True where a text before a number ends in the word for it: "Nghị quyết số ", "Số: ". */
export function endsInNumberWord(before: string): boolean {
  return /(?:^|[^\p{L}])số\s?[:.]?\s{0,3}$/u.test(fold(before));
}
