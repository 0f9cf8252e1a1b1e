import { KNOWLEDGE_FILES } from '../knowledge/knowledge.ts';
import { DEFAULT_KNOWLEDGE, loadKnowledge } from '../knowledge/load.ts';
import { KnowledgeError } from '../knowledge/problem.ts';
import { ExitCode } from './exit-code.ts';
import { say } from './locale.ts';
import { describeKnowledgeProblem, failWith } from './problems.ts';

/** `trichluc knowledge check`: validates every file, with file and line of each problem. */
export function checkKnowledge(folder: string | undefined, options: { json: boolean }): ExitCode {
  try {
    const knowledge = loadKnowledge(folder ?? DEFAULT_KNOWLEDGE);
    const patterns =
      knowledge.headings.styles.length +
      knowledge.dates.dates.length +
      knowledge.dates.horizons.length +
      knowledge.relations.relations.length +
      Object.values(knowledge.anatomy).filter((value) => typeof value === 'object' && 'pattern' in value).length;
    const counts = {
      files: Object.keys(KNOWLEDGE_FILES).length,
      agencies: knowledge.agencies.length,
      territories: knowledge.territories.length,
      types: knowledge.documentTypes.length,
      patterns,
    };
    process.stdout.write(options.json ? `${JSON.stringify({ valid: true, ...counts })}\n` : `${say('knowledge.ok', counts)}\n`);
    return ExitCode.done;
  } catch (error) {
    if (options.json && error instanceof KnowledgeError) {
      process.stdout.write(`${JSON.stringify({ valid: false, problems: error.problems.map((problem) => ({ ...problem, message: describeKnowledgeProblem(problem) })) })}\n`);
      return ExitCode.knowledge;
    }
    return failWith(error);
  }
}
