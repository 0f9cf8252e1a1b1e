import type { Terms } from '../../resolve/terms.ts';
import { type CitationSlip, choosePlace, fileOf, inCite, isKnownElsewhere, placesOf } from './cite-places.ts';
import type { Cite, Draft } from './citing.ts';
import { DATE_SLIPS } from './date-slips.ts';
import type { Planted } from './planted.ts';
import { between, pick, type Random } from './random.ts';

const NOTATION = ['citation.notation-variant'];

/** Errors in citations and in a document's own number and date, by the name they are reported under. */
export const CITATION_SLIPS: Readonly<Record<string, CitationSlip>> = {
  ...DATE_SLIPS,
  'separators swapped': numberSlip(
    /^\d+-[^/]+\/(?:TW|TU|HU|QU)$|^\d+\/[^-/]+-(?:CP|TTg|UBND|HĐND)$/,
    (number) => number.replace(/[-/]/g, (sign) => (sign === '-' ? '/' : '-')),
    () => NOTATION,
  ),
  'slash lost': numberSlip(
    /^\d+\/(?:KH|QĐ)-UBND$/,
    (number) => number.replace('/', ' '),
    () => NOTATION,
  ),
  'letter case of a type': numberSlip(
    /^\d+-CTr/,
    (number) => number.replace('CTr', 'Ctr'),
    () => NOTATION,
  ),
  'body of a number': bodyOfNumber,
  'legislature suffix': legislature,
  'number left blank': blankNumber,
  'embedded year': embeddedYear,
  'issuer of another number': wrongIssuer,
  'type word of another number': wrongTypeWord,
  'horizon of a title': titleHorizon,
  'years of a title': titleYears,
  'code cut to a letter': numberSlip(
    /^\d+-[^/]+\/T[WU]$/,
    (number) => number.slice(0, -1),
    () => NOTATION,
    ({ style }) => style === 'full',
  ),
  'first mention without date': bareFirstMention,
  'own number missing': lostLine('number'),
  'own date missing': lostLine('date'),
};

function numberSlip(pattern: RegExp, change: (number: string) => string, rules: () => readonly string[], fits: (cite: Cite) => boolean = () => true): CitationSlip {
  return (drafts, random) => {
    const place = choosePlace(drafts, random, (cite) => pattern.test(cite.number) && fits(cite));
    if (!place) return null;
    const right = place.cite.number;
    place.cite.number = change(right);
    return inCite(place, place.cite.number, right, { rules: rules(), likely: right, must: true });
  };
}

/** "Thông báo số 14/TB-CP … của Văn phòng Chính phủ": the code is that of another body. */
function bodyOfNumber(drafts: Draft[], random: Random): Planted | null {
  const place = choosePlace(drafts, random, ({ style, number }) => style === 'full' && /^\d+\/(?:TB-VPCP|NQ-CP|QĐ-TTg|TT-BNV|(?:KH|QĐ)-UBND)$/.test(number));
  if (!place) return null;
  const { cite } = place;
  const right = cite.number;
  const known = isKnownElsewhere(cite, drafts);
  cite.number = right.replace(
    /-[^-]+$/u,
    (code) =>
      `-${pick(
        random,
        ['CP', 'TTg', 'VPCP', 'BNV'].filter((other) => `-${other}` !== code),
      )}`,
  );
  return inCite(place, cite.number, right, { rules: [...NOTATION, 'citation.notation-issuer-mismatch'], likely: known ? right : null, must: known });
}

function legislature(drafts: Draft[], random: Random, terms: Terms): Planted | null {
  const place = choosePlace(drafts, random, ({ number }) => /QH1[345]$/.test(number));
  if (!place) return null;
  const { cite } = place;
  const right = cite.number;
  const others = [12, 13, 14, 15, 16].filter((other) => other !== Number(right.slice(-2)));
  cite.number = right.replace(/\d\d$/, String(pick(random, others)));
  // In a year of two legislatures only the day tells, and only where it is printed.
  const year = Number(/\/(\d{4})\//.exec(right)?.[1]);
  const told = cite.style === 'full' || !terms.legislaturesOf(year).includes(Number(cite.number.slice(-2)));
  return inCite(place, cite.number, right, {
    rules: told ? ['citation.legislature-term-mismatch'] : [],
    likely: cite.style === 'full' ? right : null,
    must: true,
  });
}

function blankNumber(drafts: Draft[], random: Random): Planted | null {
  const place = choosePlace(drafts, random, ({ number, style }) => /^\d+[-/]/.test(number) && style === 'full');
  if (!place) return null;
  const { cite } = place;
  const right = cite.number;
  cite.number = right.replace(/^\d+/, pick(random, ['....', '…', '.......', '……']));
  return inCite(place, cite.number, right, { rules: ['citation.blank-number'], about: right.replace(/^\d+[-/]/, ''), likely: right });
}

function embeddedYear(drafts: Draft[], random: Random): Planted | null {
  const place = choosePlace(drafts, random, ({ number, style }) => /^\d+\/\d{4}\//.test(number) && style === 'full');
  if (!place) return null;
  const { cite } = place;
  const right = cite.number;
  cite.number = right.replace(/\/\d{4}\//, `/${Number(cite.work.date.slice(0, 4)) + pick(random, [-2, -1, 1])}/`);
  return inCite(place, cite.number, right, { rules: ['citation.embedded-year-mismatch'], alsoAllowed: ['citation.legislature-term-mismatch'], likely: right });
}

/** "Quyết định số 323/QĐ-TTg … của Chính phủ" */
function wrongIssuer(drafts: Draft[], random: Random): Planted | null {
  const place = choosePlace(drafts, random, ({ number, style }) => style === 'full' && /-(?:CP|TTg|VPCP|BNV|UBND)$/.test(number));
  if (!place) return null;
  const { cite } = place;
  const right = cite.issuer;
  const others = ['Chính phủ', 'Thủ tướng Chính phủ', 'Văn phòng Chính phủ', 'Bộ Nội vụ', 'Bộ Tài chính'].filter((other) => other !== cite.work.issuer);
  cite.issuer = pick(random, others);
  return inCite(place, cite.issuer, right, {
    rules: ['citation.notation-issuer-mismatch', ...NOTATION],
    likely: `${cite.work.issuer}|${cite.work.issuer.replace(/ (?:tỉnh|thành phố|huyện|quận) .*/u, '')}`,
  });
}

/** "Quyết định số 148/NQ-CP" */
function wrongTypeWord(drafts: Draft[], random: Random): Planted | null {
  const types = ['Nghị quyết', 'Quyết định', 'Kế hoạch', 'Chỉ thị', 'Thông báo', 'Kết luận', 'Nghị định'];
  const place = choosePlace(drafts, random, ({ work }) => types.includes(work.type));
  if (!place) return null;
  const { cite } = place;
  const right = cite.type;
  cite.type = pick(
    random,
    types.filter((other) => other !== right),
  );
  return inCite(place, cite.type, right, { rules: ['citation.type-notation-mismatch', 'citation.type-word-conflict'], likely: right });
}

/** "tầm nhìn đến năm 2045" becomes "định hướng đến năm 2045" in a title that stands elsewhere too. */
function titleHorizon(drafts: Draft[], random: Random): Planted | null {
  const titled = placesOf(drafts).filter(({ cite }) => cite.title !== null);
  const place = choosePlace(
    drafts,
    random,
    (cite) => /tầm nhìn|định hướng/.test(cite.title ?? '') && titled.some((other) => other.cite !== cite && other.cite.work === cite.work && other.cite.title === cite.work.title),
  );
  if (!place) return null;
  const { cite } = place;
  const [right, wrong] = (cite.title as string).includes('tầm nhìn') ? ['tầm nhìn', 'định hướng'] : ['định hướng', 'tầm nhìn'];
  cite.title = (cite.title as string).replace(right, wrong);
  return inCite(place, wrong, right, { rules: ['citation.title-drift'] });
}

/** "giai đoạn 2021 - 2030" becomes "giai đoạn 2021 - 2025" in a title that stands elsewhere too. */
function titleYears(drafts: Draft[], random: Random): Planted | null {
  const titled = placesOf(drafts).filter(({ cite }) => cite.title !== null);
  const last = /(?<=giai đoạn \d{4} - |đến năm |thời kỳ \d{4} - )\d{4}/u;
  const place = choosePlace(
    drafts,
    random,
    // Within the title of another work they are years of that one.
    (cite) =>
      cite.style === 'full' &&
      last.test(cite.title ?? '') &&
      !/ số /.test(cite.title ?? '') &&
      titled.some((other) => other.cite !== cite && other.cite.work === cite.work && other.cite.title === cite.work.title),
  );
  if (!place) return null;
  const { cite } = place;
  const right = last.exec(cite.title as string)?.[0] as string;
  const wrong = String(Number(right) + pick(random, [-1, 1, 5]));
  cite.title = (cite.title as string).replace(last, wrong);
  // "Căn cứ A, B về …": the title may be of both, and the years those of another plan.
  const at = place.draft.preamble.indexOf(cite);
  const shared = at > 0 && !place.draft.joint.includes(';') && place.draft.preamble[at - 1]?.title === null;
  return inCite(place, wrong, right, { rules: shared ? [] : ['citation.period-drift'], alsoAllowed: ['citation.title-drift'] });
}

/** The first mention in a document gives no date, issuer or subject. */
function bareFirstMention(drafts: Draft[], random: Random): Planted | null {
  const firsts = drafts.flatMap((draft, file) => [...draft.preamble, ...draft.body].slice(0, 1).map((cite) => ({ draft, file, cite })));
  const fitting = firsts.filter(({ cite, draft }) => cite.style === 'full' && draft.attached === null);
  if (fitting.length === 0) return null;
  const place = pick(random, fitting);
  const right = place.cite.date;
  place.cite.style = 'short';
  return inCite(place, `${place.cite.type} số ${place.cite.number}`, right, { rules: ['citation.first-mention-incomplete'] });
}

function lostLine(lost: 'number' | 'date'): CitationSlip {
  return (drafts, random) => {
    const file = between(random, 0, drafts.length - 1);
    const draft = drafts[file] as Draft;
    draft.lost = lost;
    const right = lost === 'number' ? draft.work.number : draft.work.date;
    return {
      ...{ wrong: '', right, file: fileOf(file), at: '', rules: ['self.identity-missing'] },
      ...{ alsoAllowed: [], about: fileOf(file), likely: null, must: false },
    };
  };
}
