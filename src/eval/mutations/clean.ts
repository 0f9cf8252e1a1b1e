import type { Finding } from '../../model/finding.ts';
import type { CorpusRunner, SourceFile } from '../run-corpus.ts';

/** What is flagged in corpora that are right. */
export interface CleanResult {
  documents: number;
  findings: { finding: Finding; seed: number }[];
  /** Files made of a letter and the document it sends, and how many of them the checks tell to hold two documents, as they should. */
  joined: { files: number; told: number };
}

/** Tells that a file holds a second document: of a file made so it is true and no false alarm. */
const TELLS_JOINED = 'layout.multiple-documents';

/** Runs corpora that agree with themselves, drawn from seeds 1 to `corpora`; `joined` names the files of one that hold two documents. */
export function runClean(corpora: number, make: (seed: number) => SourceFile[], runner: CorpusRunner, joined: (seed: number) => readonly string[] = () => []): CleanResult {
  const result: CleanResult = { documents: 0, findings: [], joined: { files: 0, told: 0 } };
  for (let seed = 1; seed <= corpora; seed++) {
    const { documents, findings } = runner.run(make(seed));
    result.documents += documents.length;
    const two = new Set(joined(seed));
    result.joined.files += two.size;
    for (const finding of findings) {
      if (finding.rule === TELLS_JOINED && two.delete(finding.sides[0]?.file ?? '')) result.joined.told++;
      else result.findings.push({ finding, seed });
    }
  }
  return result;
}
