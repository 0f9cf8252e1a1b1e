/** An ISO day as documents print it: `2024-01-15` is `15/01/2024`. */
export function printDay(iso: string): string {
  return iso.split('-').reverse().join('/');
}
