import { z } from 'zod';
import { Evidence } from './evidence.ts';

export const Level = z.enum(['error', 'warning', 'info', 'off']);
export type Level = z.infer<typeof Level>;

/** A text in both interface languages. */
export const Bilingual = z.object({ vi: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof Bilingual>;

/** One side of a finding: where, what stands there. `label` is what a reader calls the document: "15-CTr/TU (Tỉnh ủy Hà Tĩnh)". */
export const Side = z.object({ document: z.string(), label: z.string(), file: z.string(), value: z.string().nullable(), evidence: Evidence });
export type Side = z.infer<typeof Side>;

/** A ground for or against a candidate value; `hard` grounds beat any count. */
export const Ground = z.object({ constraint: z.string(), hard: z.boolean(), reason: Bilingual, sides: z.array(Side) });
export type Ground = z.infer<typeof Ground>;

export const Candidate = z.object({
  value: z.string(),
  mentions: z.int(),
  witnesses: z.int(),
  supports: z.array(Ground),
  refutes: z.array(Ground),
});
export type Candidate = z.infer<typeof Candidate>;

/** What adjudication concluded. `value` null: it cannot tell. */
export const Verdict = z.object({
  value: z.string().nullable(),
  confidence: z.enum(['certain', 'high', 'medium', 'low', 'none']),
  decidedBy: z.array(z.string()),
  reason: Bilingual,
  candidates: z.array(Candidate),
});
export type Verdict = z.infer<typeof Verdict>;

/** Why a finding is told with another one: they have one cause. */
const Cause = z.object({ root: z.string(), reason: Bilingual });

/** A decision of a person as a finding shows it: why it was set aside, by whom, on which day. */
const SettingAside = z.object({ reason: z.string(), by: z.string(), date: z.string() });

/** What a rule flagged. `subject` is the work, number or value it is about. */
export const Finding = z.object({
  id: z.string(),
  rule: z.string(),
  level: Level,
  subject: z.string(),
  message: Bilingual,
  documents: z.array(z.string()),
  sides: z.array(Side),
  verdict: Verdict.nullable(),
  /** The finding it shares its cause with, and how that is known; null for a finding that stands alone or before others. */
  cause: Cause.nullable(),
  /** Ids of the findings that share its cause; they follow it. */
  joined: z.array(z.string()),
  /** The decision that sets it aside: it is listed, but no longer counts. */
  suppressed: SettingAside.nullable(),
  /** A decision that set aside what it asserted before it changed; it stands again. */
  outdated: SettingAside.nullable(),
});
export type Finding = z.infer<typeof Finding>;
