import type { Assignment } from '../model/assignments.ts';
import { shorten } from '../text/shorten.ts';

const LONGEST = 70;

/** What a message calls a task: "Nhiệm vụ 7", "III.2"; a bare number, as rows have, with the words of the task: "2: Quy hoạch khu du lịch Cửa Lò". */
export function taskName({ label, text, eId }: Assignment['task']): string {
  const name = label ?? eId ?? '';
  if (name !== '' && !/^\d{1,4}$/.test(name)) return name;
  const words = shorten(text.trim(), LONGEST);
  return name === '' ? words : words === '' ? name : `${name}: ${words}`;
}
