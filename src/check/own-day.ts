import type { ExtractedDocument } from '../model/document.ts';

/**
 * The day a document was issued as far as its rules can rely on it: its own, else the day before which it cannot have been
 * issued (`notBefore`); null where neither is known.
 */
export function ownDay({ identity: { issuedOn } }: Pick<ExtractedDocument, 'identity'>): string | null {
  return issuedOn.value ?? issuedOn.notBefore;
}
