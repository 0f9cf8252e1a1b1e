import { afterAll } from 'vitest';
import { removeFolders } from './folders.ts';

// Runs before every test file, also where several share a process and its modules.
afterAll(removeFolders);
