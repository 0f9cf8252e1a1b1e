/** What the exit code of the program says. */
export const ExitCode = {
  done: 0,
  findings: 1,
  usage: 2,
  someFilesFailed: 3,
  knowledge: 4,
  output: 5,
  interrupted: 130,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
