import { z } from 'zod';
import { Evidence } from './evidence.ts';

export const System = z.enum(['state', 'party']);
export type System = z.infer<typeof System>;

const derivable = { evidence: Evidence.nullable(), derived: z.boolean() };

/** A body or territory: `id` is null where the registry does not know it; the name stays as written. */
export const Reference = z.object({ id: z.string().nullable(), name: z.string() });
export type Reference = z.infer<typeof Reference>;

/** The parts of a number: `2563/SXD-PTĐT`, `42-CTr/HU`, `26/2022/UBTVQH15`. `value` is canonical, `raw` as printed. */
export const DocumentNumber = z.object({
  value: z.string().nullable(),
  raw: z.string(),
  serial: z.int().nullable(),
  separator: z.enum(['/', '-']).nullable(),
  notation: z.string(),
  year: z.int().nullable(),
  typeCode: z.string().nullable(),
  bodyCode: z.string().nullable(),
  legislature: z.int().nullable(),
  system: System,
});
export type DocumentNumber = z.infer<typeof DocumentNumber>;

const DatePrecision = z.enum(['day', 'month', 'year']);

/** The day of issue. `value` is ISO and as precise as `precision` says; `notBefore` is the earliest possible day where it is lost. */
const IssuedOn = z.object({
  value: z.string().nullable(),
  precision: DatePrecision.nullable(),
  notBefore: z.string().nullable(),
  ...derivable,
});

export const Issuer = Reference.extend({ territory: Reference.nullable(), ...derivable });
export type Issuer = z.infer<typeof Issuer>;

const Signatory = z.object({
  authority: z.string().nullable(),
  capacity: z.string().nullable(),
  name: z.string().nullable(),
  evidence: Evidence,
});

const Named = z.object({ value: z.string(), evidence: Evidence });

/** Who issued what, when: the header of a document, each field null where it cannot be read or derived. */
export const Identity = z.object({
  system: System.nullable(),
  documentType: z.object({ code: z.string().nullable(), name: z.string(), ...derivable }).nullable(),
  number: DocumentNumber.extend(derivable).nullable(),
  issuedOn: IssuedOn,
  place: Named.nullable(),
  issuer: Issuer.nullable(),
  directingAuthority: Issuer.nullable(),
  title: Named.nullable(),
  signatories: z.array(Signatory),
  addressees: z.array(Named),
  recipients: z.array(Named),
  urgency: Named.nullable(),
  confidentiality: Named.nullable(),
});
export type Identity = z.infer<typeof Identity>;

export const CitationForm = z.enum(['full', 'short', 'defines-short-form', 'blank', 'own']);

export const Relation = z.enum(['implements', 'based-on', 'attached', 'amends', 'amended-by', 'replaces', 'reviews', 'proposed-in', 'directed-in', 'defines', 'mentions', 'own']);
export type Relation = z.infer<typeof Relation>;

export const WorkLink = z.object({
  id: z.string().nullable(),
  status: z.enum(['resolved', 'ambiguous', 'unresolved']),
  reason: z.string(),
  candidates: z.array(z.string()),
});
export type WorkLink = z.infer<typeof WorkLink>;

/** A mention of a work. `number` is canonical, null for a blank one and for references such as `Kế hoạch này`. */
export const Citation = z.object({
  id: z.string(),
  number: z.string().nullable(),
  raw: z.string(),
  parsed: DocumentNumber.nullable(),
  documentType: z.string().nullable(),
  issuedOn: z.string().nullable(),
  issuer: Issuer.nullable(),
  title: z.string().nullable(),
  form: CitationForm,
  relation: Relation,
  /** The citation this one lies in the title of: in `Nghị quyết A về … thực hiện Nghị quyết B`, B is within A. */
  within: z.string().nullable(),
  eId: z.string().nullable(),
  evidence: Evidence,
});
export type Citation = z.infer<typeof Citation>;

/** A date or horizon in the text. `from`/`to` are ISO bounds of the closed interval, null where open. */
export const DateMention = z.object({
  kind: z.enum(['date', 'by', 'in', 'before', 'after', 'period', 'vision', 'recurring', 'term', 'impossible']),
  from: z.string().nullable(),
  to: z.string().nullable(),
  raw: z.string(),
  /** True inside the title of a cited or own work: such a horizon is no deadline. */
  inTitle: z.boolean(),
  evidence: Evidence,
});
export type DateMention = z.infer<typeof DateMention>;
