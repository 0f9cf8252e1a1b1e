/** What libraries made for old browsers replace everywhere, over faults that concern neither them nor us. */
const REPLACED = [
  [Array.prototype, 'push'],
  [JSON, 'parse'],
  [JSON, 'stringify'],
] as const;

/**
 * Loads a library and puts back built-in functions that it replaced in the whole thread. pdf.js brings core-js, which on Node 20 puts
 * a `push` written in JavaScript in the place of V8's own (over an array whose length is read-only): ten times slower, in every loop.
 */
export async function keepingBuiltIns<T>(load: () => Promise<T>): Promise<T> {
  const kept = REPLACED.map(([owner, name]) => [owner, name, Object.getOwnPropertyDescriptor(owner, name) as PropertyDescriptor] as const);
  try {
    return await load();
  } finally {
    for (const [owner, name, own] of kept) Object.defineProperty(owner, name, own);
  }
}
