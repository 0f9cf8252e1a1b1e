/** The one function used of `natural`; its main entry loads database drivers, so only the subpath is imported. */
declare module 'natural/lib/natural/distance/dice_coefficient.js' {
  export default function dice(a: string, b: string): number;
}
