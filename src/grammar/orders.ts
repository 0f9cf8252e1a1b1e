import type { Knowledge } from '../knowledge/knowledge.ts';
import { compiledOnce } from './compiled.ts';
import { anyOf } from './words.ts';

/** True for a folded title that orders a piece of work: "về việc giao lập Quy hoạch". */
export const orderTitle: (knowledge: Pick<Knowledge, 'relations'>) => (folded: string) => boolean = compiledOnce(({ relations }) => {
  const order = new RegExp(`^${anyOf(relations.order_leads)} ${anyOf(relations.orders)}(?!\\p{L})`, 'u');
  return (folded) => order.test(folded);
});
