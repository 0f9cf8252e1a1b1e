import { X509Certificate } from 'node:crypto';
import type { DigitalSignature } from '../../model/source.ts';
import { CONTEXT_0, childrenOf, contentHex, type DerNode, GENERALIZED_TIME, INTEGER, OBJECT_ID, readDer, SEQUENCE, SET, UTC_TIME } from './der.ts';

/** Signatures looked at in a file, and bytes of one: a hostile file may claim any number. */
const MOST_SIGNATURES = 32;
const LONGEST_SIGNATURE = 1_048_576;
/** A signature's dictionary is no longer than this on either side of its bytes. */
const DICTIONARY_REACH = 4_096;

const BYTE_RANGE = '/ByteRange';
/** Where the signed bytes begin and how many they are, before the signature and after it, and the longest this is written. */
const RANGES = /^\/ByteRange\s{0,8}\[\s{0,8}(\d{1,10})\s{1,8}(\d{1,10})\s{1,8}(\d{1,10})\s{1,8}(\d{1,10})\s{0,8}\]/;
const LONGEST_RANGES = 128;
/** 1.2.840.113549.1.9.5: the time a signer noted. */
const SIGNING_TIME = '2a864886f70d010905';
/** "D:20210511112639+07'00'" */
const PDF_DATE = /\/M\s{0,4}\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)?)?/;

/**
 * The digital signatures of a PDF file, in the order they were made: who signed, when, and whether the signature covers the file as
 * it is. They are read, not verified: nothing here says that a signature or its certificate is valid.
 */
export function readSignatures(bytes: Uint8Array): DigitalSignature[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const textOf = (from: number, to: number) => file.toString('latin1', from, to);
  const found: { end: number; signature: DigitalSignature }[] = [];
  for (let at = file.indexOf(BYTE_RANGE); at >= 0 && found.length < MOST_SIGNATURES; at = file.indexOf(BYTE_RANGE, at + 1)) {
    const match = RANGES.exec(textOf(at, at + LONGEST_RANGES));
    if (!match) continue;
    const [start, before, after, rest] = match.slice(1).map(Number) as [number, number, number, number];
    if (start !== 0 || before > after || after + rest > bytes.length || after - before > LONGEST_SIGNATURE * 2) continue;
    // The dictionary around the byte range, without the signature itself.
    const ahead = textOf(Math.max(at - DICTIONARY_REACH, 0), at);
    const opened = at - ahead.length + Math.max(ahead.lastIndexOf(' obj'), 0);
    const closed = file.indexOf('endobj', after);
    const dictionary = textOf(opened, Math.min(before, at + DICTIONARY_REACH)) + textOf(after, Math.min(closed === -1 ? after : closed, after + DICTIONARY_REACH));
    const hex = textOf(before, after).replace(/[^0-9A-Fa-f]+/g, '');
    const read = readSignedData(Buffer.from(hex.length % 2 === 0 ? hex : hex.slice(0, -1), 'hex'));
    const noted = PDF_DATE.exec(dictionary);
    found.push({
      end: after + rest,
      signature: {
        signer: read?.signer ?? null,
        organisation: read?.organisation ?? null,
        signedAt: read?.signedAt ?? (noted ? isoOf(noted) : null),
        // Line ends behind the last byte that was signed change nothing.
        coversWholeFile: file.length - (after + rest) < 8 && textOf(after + rest, file.length).trim() === '',
      },
    });
  }
  return found.sort((a, b) => a.end - b.end).map(({ signature }) => signature);
}

function isoOf([, year, month, day, hour, minute, second, sign, offsetHour, offsetMinute]: RegExpExecArray): string {
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${sign ? `${sign}${offsetHour}:${offsetMinute ?? '00'}` : 'Z'}`;
}

/** Signer and time out of a CMS SignedData (RFC 5652); null where the bytes are none. */
function readSignedData(bytes: Uint8Array): Pick<DigitalSignature, 'signer' | 'organisation' | 'signedAt'> | null {
  try {
    const [, content] = childrenOf(bytes, expect(readDer(bytes, 0), SEQUENCE));
    const signed = childrenOf(bytes, readDer(bytes, expect(content, CONTEXT_0).from));
    const certificates = signed.filter(({ tag }) => tag === CONTEXT_0).flatMap((node) => childrenOf(bytes, node));
    const signerInfo = childrenOf(bytes, expect(signed.at(-1), SET))[0];
    const parts = childrenOf(bytes, expect(signerInfo, SEQUENCE));
    const subject = subjectOf(bytes, parts[1], certificates);
    const attributes = parts.find(({ tag }) => tag === CONTEXT_0);
    return { signer: subject?.get('CN') ?? null, organisation: subject?.get('O') ?? null, signedAt: attributes ? signingTime(bytes, attributes) : null };
  } catch {
    return null;
  }
}

function expect(node: DerNode | undefined, tag: number): DerNode {
  if (node?.tag !== tag) throw new Error('DER: another structure');
  return node;
}

/** The subject of the certificate whose serial number the signer names. */
function subjectOf(bytes: Uint8Array, issuerAndSerial: DerNode | undefined, certificates: readonly DerNode[]): Map<string, string> | null {
  const serial = issuerAndSerial && childrenOf(bytes, issuerAndSerial).find(({ tag }) => tag === INTEGER);
  const wanted = serial ? contentHex(bytes, serial).replace(/^0+/, '').toUpperCase() : null;
  for (const node of certificates) {
    const certificate = new X509Certificate(bytes.subarray(node.start, node.to));
    if (wanted === null || certificate.serialNumber.replace(/^0+/, '') !== wanted) continue;
    return new Map(
      certificate.subject.split('\n').map((line): [string, string] => {
        const at = line.indexOf('=');
        return [line.slice(0, at), line.slice(at + 1).replace(/\\(.)/g, '$1')];
      }),
    );
  }
  return null;
}

function signingTime(bytes: Uint8Array, attributes: DerNode): string | null {
  for (const attribute of childrenOf(bytes, attributes)) {
    const [type, values] = childrenOf(bytes, attribute);
    if (type?.tag !== OBJECT_ID || contentHex(bytes, type) !== SIGNING_TIME || !values) continue;
    const [value] = childrenOf(bytes, values);
    if (!value) continue;
    const digits = Buffer.from(bytes.subarray(value.from, value.to)).toString('latin1');
    const full = value.tag === UTC_TIME ? `${Number(digits.slice(0, 2)) < 50 ? '20' : '19'}${digits}` : value.tag === GENERALIZED_TIME ? digits : '';
    const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full);
    if (match) return `${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}Z`;
  }
  return null;
}
