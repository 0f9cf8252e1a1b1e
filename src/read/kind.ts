/** What a file is, told by its bytes; its name is never asked. `text` stands for everything without a signature: plain text, Markdown, HTML, junk. */
export type SourceKind = 'pdf' | 'zip' | 'ole' | 'rtf' | 'png' | 'jpeg' | 'tiff' | 'gif' | 'webp' | 'heic' | 'text';

interface Signature {
  kind: SourceKind;
  /** What a person calls files of the kind. */
  name: string;
  at: number;
  bytes: readonly number[];
}

const ascii = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0));

/** First bytes of the formats; a container (`zip`: DOCX and XLSX, `ole`: DOC and XLS) is looked into by its reader. */
const SIGNATURES: readonly Signature[] = [
  { kind: 'pdf', name: 'PDF', at: 0, bytes: ascii('%PDF') },
  { kind: 'zip', name: 'ZIP/DOCX/XLSX', at: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'ole', name: 'DOC/XLS', at: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'rtf', name: 'RTF', at: 0, bytes: ascii('{\\rtf') },
  { kind: 'png', name: 'PNG', at: 0, bytes: [0x89, ...ascii('PNG')] },
  { kind: 'jpeg', name: 'JPEG', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { kind: 'tiff', name: 'TIFF', at: 0, bytes: [0x49, 0x49, 0x2a, 0x00] },
  { kind: 'tiff', name: 'TIFF', at: 0, bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { kind: 'gif', name: 'GIF', at: 0, bytes: ascii('GIF8') },
  { kind: 'webp', name: 'WebP', at: 8, bytes: ascii('WEBP') },
  { kind: 'heic', name: 'HEIC', at: 4, bytes: ascii('ftyphei') },
  { kind: 'heic', name: 'HEIC', at: 4, bytes: ascii('ftypmif1') },
];

/** The kind of a file and what a person calls it. */
export function sourceKind(bytes: Uint8Array): { kind: SourceKind; name: string } {
  const found = SIGNATURES.find(({ at, bytes: signature }) => signature.every((byte, i) => bytes[at + i] === byte));
  return found ? { kind: found.kind, name: found.name } : { kind: 'text', name: '' };
}
