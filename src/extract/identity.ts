import { anatomyGrammar } from '../grammar/anatomy.ts';
import { dateGrammar } from '../grammar/dates.ts';
import type { PlaceContext } from '../grammar/places.ts';
import { typeGrammar } from '../grammar/types.ts';
import type { Identity, System } from '../model/facts.ts';
import { fold } from '../text/fold.ts';
import { readDirectingAuthority } from './directing-authority.ts';
import type { DocumentView } from './document-view.ts';
import { findIssuer } from './issuer.ts';
import { type LetterheadKnowledge, readLetterhead } from './letterhead.ts';
import { readOwnCaption } from './own-caption.ts';
import { readList, readSignatories } from './signatories.ts';
import { readTitle, type Title } from './title.ts';

/** A document's identity and the places it belongs to, for reading the rest of it. */
export interface ReadIdentity {
  identity: Identity;
  context: PlaceContext;
  /** Lines of the letterhead that could be read: heading, number, date. */
  anchors: number;
}

/**
 * Who issued what, when (domain reference 3): from the letterhead and title, and where that is lost from the annex caption, the
 * signature and the preamble, marked `derived`. What cannot be read stays null.
 */
export function readIdentity(view: DocumentView, knowledge: LetterheadKnowledge): ReadIdentity {
  const letterhead = readLetterhead(view, knowledge);
  const title = readTitle(view, letterhead, knowledge);
  const caption = readOwnCaption(view, title.typeName, knowledge);
  const adopted = letterhead.issuedOn?.value ? null : readAdoption(view, knowledge);
  const number = letterhead.number ?? title.number ?? caption?.number ?? null;
  const issuedOn = letterhead.issuedOn?.value
    ? letterhead.issuedOn
    : (title.issuedOn ?? adopted ?? caption?.issuedOn ?? letterhead.issuedOn ?? { value: null, precision: null, notBefore: null, evidence: null, derived: false });
  const known = number?.system ?? letterhead.system ?? systemOfSignature(view, knowledge);
  const { issuer, context } = findIssuer(view, letterhead, title.issuerWords, caption, issuedOn.value, known, knowledge);
  const system = known ?? knowledge.agencies.find((body) => body.id === issuer?.id?.split('.').at(-1))?.system ?? null;
  const documentType = findType(title, number, system, knowledge);
  const signatories = readSignatories(view, knowledge);
  return {
    anchors: letterhead.anchors,
    context,
    identity: {
      system,
      documentType,
      number,
      issuedOn,
      place: letterhead.place,
      issuer,
      directingAuthority: readDirectingAuthority(view, issuer, context, knowledge),
      title: legibleTitle(title.value ?? letterhead.subject, view),
      signatories,
      addressees: readList(view, 'addressees', knowledge),
      recipients: readList(view, 'recipients', knowledge),
      urgency: letterhead.urgency,
      confidentiality: letterhead.confidentiality,
    },
  };
}

/** A title part of which a stamp or a bad scan made illegible is not known: null is better than "thưc hiên dư “n sử dụng vốn". */
function legibleTitle(title: Identity['title'], view: DocumentView): Identity['title'] {
  return title?.evidence && view.isGarbled(title.evidence.start, title.evidence.end) ? null : title;
}

/** "… kỳ họp thứ 10 thông qua ngày 11 tháng 12 năm 2025": resolutions that carry no date in the letterhead. */
function readAdoption(view: DocumentView, knowledge: LetterheadKnowledge): Identity['issuedOn'] | null {
  const anatomy = anatomyGrammar(knowledge);
  const dates = dateGrammar(knowledge);
  for (const leaf of [...view.leaves].reverse()) {
    if (leaf.zone !== null || leaf.annex || leaf.words.length > 600) continue;
    const folded = fold(leaf.words);
    const at = anatomy.adoptionDate(folded);
    if (at < 0) continue;
    const date = dates.at(folded, at);
    if (date?.iso) return { value: date.iso, precision: date.precision, notBefore: null, evidence: view.evidence(leaf.start + date.start, leaf.start + date.end), derived: true };
  }
  return null;
}

function systemOfSignature(view: DocumentView, knowledge: LetterheadKnowledge): System | null {
  const anatomy = anatomyGrammar(knowledge);
  for (const { words } of view.zone('signatures')) {
    // "T/M", "K/T": the Party writes the mark with a slash, the State with a full stop ("TM.").
    if (anatomy.isAuthority(words)) return /^\p{Lu}\//u.test(words) ? 'party' : 'state';
  }
  return null;
}

function findType(title: Title, number: Identity['number'], system: System | null, knowledge: LetterheadKnowledge): Identity['documentType'] {
  const types = typeGrammar(knowledge);
  if (title.typeName !== null) {
    const rows = title.typeRows.filter((row) => system === null || row.system === 'both' || row.system === system);
    const printed = rows.find((row) => number?.typeCode && row.code.toUpperCase() === number.typeCode.toUpperCase());
    const code = printed?.code ?? rows.find((row) => row.code !== '')?.code ?? null;
    return { code: code === '' ? null : code, name: title.typeName, evidence: title.typeEvidence, derived: false };
  }
  if (number === null) return null;
  if (number.typeCode === null) {
    // A State number without a type code is a công văn's (NĐ 30/2020 Phụ lục III).
    return number.legislature === null && number.bodyCode !== null ? { code: null, name: knowledge.anatomy.untyped_document, evidence: number.evidence, derived: true } : null;
  }
  const rows = types.byCode(number.typeCode, number.system, number.year !== null);
  return rows.length === 1 && rows[0]
    ? { code: rows[0].code, name: rows[0].name, evidence: number.evidence, derived: true }
    : { code: number.typeCode, name: rows[0]?.name ?? number.typeCode, evidence: number.evidence, derived: true };
}
