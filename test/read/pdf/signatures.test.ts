import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { readSignatures } from '../../../src/read/pdf/signatures.ts';
import { shareBytes } from '../../../src/read/shared-bytes.ts';
import { linesAt, makePdf } from './make-pdf.ts';

/** A value of DER. */
function der(tag: number, ...content: Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const size = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const name = (parts: Record<string, string>) => der(0x30, ...Object.entries(parts).map(([oid, text]) => der(0x31, der(0x30, der(0x06, hex(oid)), der(0x0c, Buffer.from(text))))));
const [COMMON_NAME, ORGANISATION] = ['550403', '55040a'];
const ECDSA = der(0x30, der(0x06, hex('2a8648ce3d040302')));

/** A certificate of a made-up signer, and a CMS signature by it (RFC 5652): enough to be read, none that could be verified. */
function cms(signer: string, time: string, serial = 0x1234): Buffer {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const number = der(0x02, Buffer.from([serial >> 8, serial & 255]));
  const issuer = name({ [COMMON_NAME]: 'Nơi cấp' });
  const validity = der(0x30, der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('300101000000Z')));
  const subject = name({ [COMMON_NAME]: signer, [ORGANISATION]: 'Tỉnh Quảng Ngãi' });
  const toBeSigned = der(0x30, der(0xa0, der(0x02, hex('02'))), number, ECDSA, issuer, validity, subject, publicKey.export({ type: 'spki', format: 'der' }));
  const certificate = der(0x30, toBeSigned, ECDSA, der(0x03, hex('00'), sign('sha256', toBeSigned, privateKey)));
  const signingTime = der(0x30, der(0x06, hex('2a864886f70d010905')), der(0x31, der(0x17, Buffer.from(time))));
  const info = der(0x30, der(0x02, hex('01')), der(0x30, issuer, number), ECDSA, der(0xa0, signingTime), ECDSA, der(0x04, hex('00')));
  const data = der(0x30, der(0x02, hex('01')), der(0x31), der(0x30, der(0x06, hex('2a864886f70d010701'))), der(0xa0, certificate), der(0x31, info));
  return der(0x30, der(0x06, hex('2a864886f70d010702')), der(0xa0, data));
}

/** A file with a signature dictionary behind it that covers all of it. */
function signed(file: Uint8Array, signature: Buffer, more = ''): Uint8Array {
  const contents = `<${signature.toString('hex')}00000000>`;
  const place = (range: string) => `\n90 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite ${more} /ByteRange ${range} /Contents `;
  const tail = ' >>\nendobj\n%%EOF\n';
  const before = file.length + place('[0000000000 0000000000 0000000000 0000000000]').length;
  const digits = (value: number) => String(value).padStart(10, '0');
  const range = `[${[0, before, before + contents.length, tail.length].map(digits).join(' ')}]`;
  return Uint8Array.from(Buffer.concat([file, Buffer.from(place(range) + contents + tail, 'latin1')]));
}

const FILE = makePdf([{ texts: linesAt(60, 100, ['Căn cứ Luật Đầu tư']) }]);

test('signer, organisation and time are read from the signature', () => {
  expect(readSignatures(signed(FILE, cms('Ủy ban nhân dân tỉnh', '210511042649Z')))).toEqual([
    { signer: 'Ủy ban nhân dân tỉnh', organisation: 'Tỉnh Quảng Ngãi', signedAt: '2021-05-11T04:26:49Z', coversWholeFile: true },
  ]);
});

test('a signature that something was added after covers the file no more; a later one does', () => {
  const once = signed(FILE, cms('Văn thư', '211227102211Z'));
  const twice = signed(once, cms('Trung tâm Công báo', '211227123813Z', 0x1277));
  expect(readSignatures(twice).map(({ signer, coversWholeFile }) => [signer, coversWholeFile])).toEqual([
    ['Văn thư', false],
    ['Trung tâm Công báo', true],
  ]);
  expect(readSignatures(Uint8Array.from([...once, ...Buffer.from('more than line ends')]))[0]?.coversWholeFile).toBe(false);
});

test('what cannot be read stays unknown: the dictionary gives the time at least', () => {
  const broken = signed(FILE, Buffer.from('no signature at all'), "/M (D:20210511112639+07'00')");
  expect(readSignatures(broken)).toEqual([{ signer: null, organisation: null, signedAt: '2021-05-11T11:26:39+07:00', coversWholeFile: true }]);
});

test('a signature is read from shared memory, and far behind what looks like one', () => {
  const file = signed(Buffer.concat([FILE, Buffer.from('/ByteRange [0 none]'), Buffer.alloc(100_000, ' ')]), cms('Văn thư', '211227102211Z'));
  expect(readSignatures(shareBytes(file)).map(({ signer, coversWholeFile }) => [signer, coversWholeFile])).toEqual([['Văn thư', true]]);
});

test('a file without signatures has none, and ranges outside the file are none', () => {
  expect(readSignatures(FILE)).toEqual([]);
  expect(readSignatures(Buffer.from('/ByteRange [0 10 999999 5]'))).toEqual([]);
  expect(readSignatures(Buffer.from('/ByteRange [0 30 10 5]'.padEnd(60)))).toEqual([]);
});
