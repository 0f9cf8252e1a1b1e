import { styleText } from 'node:util';

export type Style = Parameters<typeof styleText>[0];

let coloured = false;

/** Says whether what is printed from now on is coloured, by the environment and the terminal. */
export function paintFor(env: Readonly<Record<string, string | undefined>>): void {
  coloured = wantsColour(env, process.stdout.isTTY === true);
}

/** `NO_COLOR` (no-color.org) and `FORCE_COLOR` decide where they are set; else colours are for terminals. */
function wantsColour(env: Readonly<Record<string, string | undefined>>, terminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return terminal;
}

/** What is printed from now on goes to a file: no colours. */
export function paintNothing(): void {
  coloured = false;
}

/** Text in a style of the terminal; as it is where standard output is none. */
export function paint(style: Style, text: string): string {
  // Left to itself, newer Node looks at standard output too, and takes back what FORCE_COLOR asks for.
  return coloured ? styleText(style, text, { validateStream: false }) : text;
}
