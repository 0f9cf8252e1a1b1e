/** Tells of offsets, asked in order, whether their line is flagged; `flags` holds a flag for each line of `text`. */
export function lineFlags(text: string, flags: readonly boolean[]): (offset: number) => boolean {
  let line = 0;
  let end = text.indexOf('\n');
  return (offset) => {
    while (end !== -1 && end < offset) {
      line++;
      end = text.indexOf('\n', end + 1);
    }
    return flags[line] ?? false;
  };
}
