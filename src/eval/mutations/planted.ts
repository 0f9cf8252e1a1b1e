/** One planted error and what a perfect checker says about it. */
export interface Planted {
  /** What stands there now and what belongs there, for reports. */
  wrong: string;
  right: string;
  file: string;
  /** Words at the fault as they are printed, or all that is left there; a finding is at the right place where a side of it lies on their lines. Empty: anywhere in the file. */
  at: string;
  /**
   * Rules of which one has to report it; empty where nothing in the corpus tells that it is wrong: no second place that says
   * otherwise (another citation, the work itself, the table beside the text) and no constraint that it breaks (calendar, term,
   * order of numbers, alphabet, registry of bodies, form of the decree). Each class decides so from what it printed, not from
   * what the checks find.
   */
  rules: readonly string[];
  /** Findings that follow from the error and are no false alarms. */
  alsoAllowed: readonly string[];
  /** Words the finding's message or quotes must have. */
  about: string;
  /** The value to propose, `|` between alternatives; null: any proposal but a wrong one is fine. */
  likely: string | null;
  /** False where the right value is known to us but does not follow from the corpus: "cannot tell" is then right as well. */
  must: boolean;
}

/** A kind of error: plants one into documents of a corpus (changing them), or gives null where the corpus has no place for it. */
export type Plant<D, T> = (documents: D[], random: () => number, truth: T) => Planted | null;
