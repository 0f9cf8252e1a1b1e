/** How much of what a run read and found. */
export interface CorpusCounts {
  sources: number;
  documents: number;
  citations: number;
  divisions: number;
  targets: number;
  assignments: number;
  /** Documents known, ours and cited ones. */
  works: number;
}
