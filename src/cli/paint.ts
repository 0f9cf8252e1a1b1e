import { styleText } from 'node:util';

export type Style = Parameters<typeof styleText>[0];

/** Text in a style of the terminal; as it is where standard output is none. */
export function paint(style: Style, text: string): string {
  return process.stdout.isTTY ? styleText(style, text) : text;
}
