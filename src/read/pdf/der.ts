/** A value of DER (X.690): its tag, and where its content lies in the bytes. */
export interface DerNode {
  tag: number;
  /** Where the value begins, its tag included. */
  start: number;
  from: number;
  to: number;
}

export const SEQUENCE = 0x30;
export const SET = 0x31;
export const INTEGER = 0x02;
export const OBJECT_ID = 0x06;
export const UTC_TIME = 0x17;
export const GENERALIZED_TIME = 0x18;
/** `[0]`, constructed. */
export const CONTEXT_0 = 0xa0;

/** The value at an offset. @throws Error where the bytes are none, or reach beyond `end`. */
export function readDer(bytes: Uint8Array, at: number, end = bytes.length): DerNode {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) throw new Error('DER: cut off');
  let from = at + 2;
  let length = first;
  if (first > 0x80) {
    const count = first & 0x7f;
    if (count > 4) throw new Error('DER: too long');
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[from++] ?? 0);
  } else if (first === 0x80) throw new Error('DER: no length');
  if (from + length > end) throw new Error('DER: cut off');
  return { tag, start: at, from, to: from + length };
}

/** The values inside another, at most `limit` of them. */
export function childrenOf(bytes: Uint8Array, node: DerNode, limit = 64): DerNode[] {
  const out: DerNode[] = [];
  for (let at = node.from; at < node.to && out.length < limit; ) {
    const child = readDer(bytes, at, node.to);
    out.push(child);
    at = child.to;
  }
  return out;
}

/** An object identifier as its bytes in hexadecimal. */
export function contentHex(bytes: Uint8Array, node: DerNode): string {
  return Buffer.from(bytes.subarray(node.from, node.to)).toString('hex');
}
