import type { DocumentDigest } from '../resolve/digest.ts';

/**
 * What a reader calls a document: "15-CTr/TU (Tỉnh ủy Hà Tĩnh)"; without a number its type and issuer, and where neither
 * could be read its file.
 */
export function documentLabel({ number, typeName, issuerName, file, part, parts }: DocumentDigest): string {
  const name = number?.value ?? typeName;
  if (name === null) return issuerName ?? (parts > 1 ? `${file} (${part}/${parts})` : file);
  return issuerName === null ? name : `${name} (${issuerName})`;
}
