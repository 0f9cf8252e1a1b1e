/** What is wrong in a knowledge file, and where. `key` names the message in the interface languages. */
export interface KnowledgeProblem {
  file: string;
  line: number;
  key: string;
  values: Record<string, string>;
}

/** Thrown when the knowledge cannot be used; carries every problem found, not just the first. */
export class KnowledgeError extends Error {
  readonly problems: readonly KnowledgeProblem[];

  constructor(problems: readonly KnowledgeProblem[]) {
    super(problems.map((p) => `${p.file}:${p.line}: ${p.key} ${JSON.stringify(p.values)}`).join('\n'));
    this.name = 'KnowledgeError';
    this.problems = problems;
  }
}
