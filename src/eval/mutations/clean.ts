import type { Finding } from '../../model/finding.ts';
import type { CorpusRunner, SourceFile } from '../run-corpus.ts';

/** What is flagged in corpora that are right. */
export interface CleanResult {
  documents: number;
  findings: { finding: Finding; seed: number }[];
}

/** Runs corpora that agree with themselves, drawn from seeds 1 to `corpora`. */
export function runClean(corpora: number, make: (seed: number) => SourceFile[], runner: CorpusRunner): CleanResult {
  const result: CleanResult = { documents: 0, findings: [] };
  for (let seed = 1; seed <= corpora; seed++) {
    const { documents, findings } = runner.run(make(seed));
    result.documents += documents.length;
    for (const finding of findings) result.findings.push({ finding, seed });
  }
  return result;
}
