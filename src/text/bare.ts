/** Letters without accents, one character for each: `Đề án` → `De an`. Same length as a text in NFC, so offsets hold. For matching only. */
export function bare(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (letter) => (letter === 'đ' ? 'd' : letter === 'Đ' ? 'D' : (letter.normalize('NFD')[0] ?? letter)));
}
