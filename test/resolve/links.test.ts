import { describe, expect, it } from 'vitest';
import { runCorpus } from '../check/run-corpus.ts';
import { filesOf, plan } from '../check/written.ts';

/** The words of every mention without a number in a plan that says this, and the work it means. */
function referencesOf(body: string): string[] {
  const { corpus, digests } = runCorpus(filesOf([plan('Ủy ban nhân dân\ntỉnh Nghệ An', 'Nghệ An', '20/KH-UBND', '10/6/2024', body)]));
  const [digest] = digests;
  return (digest?.mentions ?? []).flatMap(({ number, printed }, at) => {
    const link = corpus.links[0]?.[at];
    return number === null ? [`${printed}: ${link?.id ?? link?.reason}`] : [];
  });
}

describe('a reference without a number', () => {
  it('means the document itself or the only work of its type', () => {
    expect(referencesOf('1. Kế hoạch này thực hiện Nghị quyết số 06-NQ/TW ngày 24/01/2022. Nghị quyết này quan trọng.')).toEqual([
      'Kế hoạch này: vn-na.ubnd.2024.20-KH-UBND',
      'Nghị quyết này: vn.tw.xiii.06-NQ-TW',
    ]);
  });

  it('means the work of its type and serial number, whatever others of the type there are', () => {
    expect(referencesOf('1. Thực hiện Nghị quyết số 18-NQ/TW, Nghị quyết số 19-NQ/TW ngày 25/10/2017; tổng kết Nghị quyết 19.')).toEqual(['Nghị quyết 19: vn.tw.xii.19-NQ-TW']);
  });

  it('stays open between several works of its type', () => {
    expect(referencesOf('1. Thực hiện Nghị quyết số 18-NQ/TW, Nghị quyết số 19-NQ/TW ngày 25/10/2017. Nghị quyết này quan trọng.')).toEqual(['Nghị quyết này: several-candidates']);
  });
});
