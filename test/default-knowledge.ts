import { loadKnowledge } from '../src/knowledge/load.ts';

/** The knowledge that comes with the program, read and checked once for all test files of a process. No test changes it. */
export const knowledge = loadKnowledge();
