import type { Level } from '../model/finding.ts';
import type { Style } from './paint.ts';

/** Levels of findings, most severe first. */
export const LEVELS: readonly Level[] = ['error', 'warning', 'info'];

/** The style of each level in a terminal. */
export const LEVEL_STYLES: Readonly<Record<Level, Style>> = { off: 'dim', error: ['red', 'bold'], warning: ['yellow', 'bold'], info: ['cyan'] };
