import type { Anatomy } from '../grammar/anatomy.ts';
import type { TypeGrammar } from '../grammar/types.ts';
import type { LineView } from './line-view.ts';
import { isDivision, isTypeLine, startsLetterhead } from './zones.ts';

/** Lines of the end of a document are short. */
const END_ZONE_WIDTH = 160;
/** Capitals that are neither authority nor capacity ("GIÁM ĐỐC SỞ" wrapped) are a signature's up to here. */
const CAPITALS_REACH = 40;

/** What a seal or a pen made of a line is short, and so many such lines stand together at most. */
const STRAY_WIDTH = 40;
const STRAY_LINES = 3;
/** A recipient is no longer. */
const RECIPIENT_WIDTH = 100;

/** The end of a document: indices of the lines that hold signatures and recipients, and the first line that holds neither. */
export interface End {
  signatures: readonly number[];
  recipients: readonly number[];
  to: number;
}

/** "Thủ tướng Chính phủ" above "(Đã ký)": a capacity whose capitals the font had. */
function isAboveSignature(views: readonly LineView[], index: number, anatomy: Anatomy): boolean {
  const { words, labels } = views[index] as LineView;
  const next = views[index + 1];
  return next !== undefined && words.length < 60 && labels.length === 0 && !/[.;:,]$/.test(words) && anatomy.isSigned(next.folded);
}

/** Whether a line can only be one of the end: a body that signs, a capacity, a name, the label of the recipients. */
function isOfEnd({ words, folded }: LineView, anatomy: Anatomy): boolean {
  return anatomy.isAuthority(words) || anatomy.isCapacity(words) || anatomy.isPersonName(words) || anatomy.recipients(folded) >= 0;
}

function isItem({ labels }: LineView): boolean {
  return labels.some((label) => label.kind === 'dash' || label.kind === 'plus');
}

/**
 * "NV .“uu" between "PHÓ CHỦ TỊCH" and the name, "rân Ngọc Căng" between two recipients: what recognition made of seal, signature and the
 * name under them. Told by the end going on below: with a line that can only be one of it, with recipients where they had begun and not ended, or not at all.
 */
function isStray(views: readonly LineView[], index: number, inRecipients: boolean, anatomy: Anatomy, types: TypeGrammar): boolean {
  for (let i = index; i < index + STRAY_LINES; i++) {
    const view = views[i];
    if (!view) return true;
    if (view.line.row || view.labels.length > 0 || view.words.length > STRAY_WIDTH || isTypeLine(view.words, anatomy, types)) return false;
    const next = views[i + 1];
    if (next && !next.line.row && (isOfEnd(next, anatomy) || (inRecipients && isItem(next)))) return true;
  }
  return false;
}

/**
 * Recipients and signatures from a line on, in whichever order the columns were read. Takes one line at least.
 * `startsAnnex` tells where an annex ends them.
 */
export function readEnd(views: readonly LineView[], from: number, anatomy: Anatomy, types: TypeGrammar, startsAnnex: (index: number) => boolean): End {
  const recipients: number[] = [];
  const signatures: number[] = [];
  let inRecipients = false;
  let archived = false;
  let at = from;
  for (; at < views.length; at++) {
    const view = views[at] as LineView;
    const { words, folded, labels, line } = view;
    if (line.row || words.length > END_ZONE_WIDTH || (at > from && (startsLetterhead(views, at, anatomy) || startsAnnex(at)))) break;
    const item = isItem(view);
    archived ||= inRecipients && anatomy.isArchiveItem(folded.replace(/^[-–—+•*\s]+/, ''));
    if (anatomy.recipients(folded) >= 0) {
      if (recipients.length > 0 && !inRecipients) break;
      inRecipients = true;
      recipients.push(at);
    } else if (
      anatomy.isAuthority(words) ||
      anatomy.isCapacity(words) ||
      (anatomy.isCapitals(words) &&
        words.length < 100 &&
        labels.every((label) => label.kind === 'upper') &&
        !isTypeLine(words, anatomy, types) &&
        signatures.length > 0 &&
        at < from + CAPITALS_REACH &&
        !anatomy.isNationalHeading(folded))
    ) {
      signatures.push(at);
    } else if (item && inRecipients) recipients.push(at);
    else if (anatomy.isPersonName(words) || anatomy.isSigned(folded) || isAboveSignature(views, at, anatomy)) signatures.push(at);
    else if (inRecipients && !isDivision(view) && ((!archived && /[;,.]$/.test(words)) || anatomy.isArchiveItem(folded)) && words.length < 120) recipients.push(at);
    else if (item && signatures.length > 0 && recipients.length === 0 && words.length < RECIPIENT_WIDTH && words.endsWith(';')) {
      // "CHỦ TỊCH" / "- Văn phòng Chính phủ;": recipients whose label could not be read.
      inRecipients = true;
      recipients.push(at);
    } else if (at > from && isStray(views, at, inRecipients && !archived, anatomy, types)) signatures.push(at);
    else break;
  }
  if (at === from) {
    signatures.push(at);
    at++;
  }
  return { signatures, recipients, to: at };
}
