import type { HolidayTable, LocalDate } from '@jiangong/calendar';
import type { Refusal } from '@jiangong/event-store';
import type { Parameters } from '../domain/edition/facts.ts';
import type { Award } from '../domain/policy/counting.ts';
import type { PolicyRead } from '../domain/policy/facts.ts';
import type { AskedNeeds } from '../domain/needs/needs.ts';
import type { QuotaShare } from '../domain/needs/shares.ts';
import type { AskedDocuments, EditionTables, TemplateRoll } from '../domain/programme.ts';

/** A template as a committee adopts it. */
export type ReadTemplate = Readonly<{
  kind: 'template';
  templateHash: string;
  templateId: string;
  titleZh: string;
  titleEn: string;
  canonicalText: string;
}>;

/** Where the first fault of a template stands and what it is, in both languages; line and column are 0 where it came as data. */
export type TemplateFault = Readonly<{
  kind: 'fault';
  refusal: Refusal<
    'TEMPLATE_INVALID' | 'TEMPLATE_NOT_PLAYED' | 'PARAMETERS_INVALID' | 'YEAR_NOT_KNOWN' | 'POLICY_INVALID'
  >;
}>;

/** What is wrong with a text, or not played yet, and where: line and column are 0 where it came as data. */
export type TemplateProblem = Readonly<{
  reason: string;
  path: string;
  line: number;
  column: number;
  zh: string;
  en: string;
}>;

/** A text looked at whole: everything that is wrong with it, or what it says in sentences and what of it is not played yet. */
export type LookedAt =
  | Readonly<{ kind: 'refused'; problems: readonly TemplateProblem[] }>
  | Readonly<{ kind: 'policy'; rules: readonly Said[] }>
  | (ReadTemplate &
      Readonly<{
        notYet: readonly TemplateProblem[];
        rules: readonly Readonly<{ section: string; zh: string; en: string }>[];
        sample: TemplateSample | null;
      }>);

type Said = Readonly<{ zh: string; en: string }>;

/** An edition of a template in which everything is invented, for whoever is about to adopt or open one. */
export type TemplateSample = Readonly<{
  year: number;
  stages: readonly Readonly<{
    stageId: string;
    act: string;
    phase: string | null;
    opensOn: string;
    closesOn: string;
  }>[];
  papers: readonly Readonly<{
    kind: string;
    by: Said;
    lines: readonly Readonly<{ group: Said | null; asked: Said; how: Said; example: Said }>[];
    choices: readonly Said[];
  }>[];
  ranking: readonly Readonly<{ rank: number; within: Said | null; name: Said; home: Said; score: string }>[];
  given: readonly Readonly<{ rule: Said; holders: readonly Said[]; more: number; chosen: number | null }>[];
}>;

/** For which year a sample is made, and by which numbers. */
export type SampleAsked = Readonly<{ year: number; parameters: Parameters }>;

/** What else a template settles; nothing here decides in this service, it is told before an edition is opened. */
export type Sketch = Readonly<{
  /** Kinds of evaluators, and other sources of points; what a kind of source does not have is null. */
  sources: readonly Readonly<{
    sourceId: string;
    kind: string;
    partyId: string | null;
    vote: string | null;
    own: string | null;
  }>[];
  phases: readonly Readonly<{ phase: string; sourceIds: readonly string[] }>[];
  /** What the documents that are asked for are called. */
  documentNames: readonly Readonly<{ document: string; nameZh: string; nameEn: string }>[];
  awards: readonly Readonly<{ ruleId: string; nameZh: string; nameEn: string; gives: string }>[];
  parameters: readonly Readonly<{
    parameterId: string;
    nameZh: string;
    nameEn: string;
    value: string;
    given: boolean;
  }>[];
}>;

export type Compiled = Readonly<{
  kind: 'compiled';
  templateId: string;
  tables: EditionTables;
  documents: readonly AskedDocuments[];
  roll: TemplateRoll | null;
  needs: readonly AskedNeeds[];
  shares: readonly QuotaShare[];
  /** What a circular gives by it. */
  commends: readonly Award[];
  /** The template's own days of each stage in that year. */
  stages: readonly Readonly<{ stageId: string; opensOn: LocalDate; closesOn: LocalDate }>[];
  sketch: Sketch;
}>;

export type CompileAsked = Readonly<{ parameters: Parameters; year: number; holidays: HolidayTable }>;

/** The language of templates, met at its front door. */
export interface Programmes {
  /** YAML, or a canonical text. */
  read(text: string): ReadTemplate | TemplateFault;
  /** The same text with all that can be said of it. */
  lookAt(text: string, asked: SampleAsked): LookedAt;
  /** A policy in YAML, or its canonical text. */
  readPolicy(text: string): (Readonly<{ kind: 'policy' }> & PolicyRead) | TemplateFault;
  /** A policy's canonical text told in sentences. */
  tellPolicy(canonicalText: string): readonly Said[];
  /** What of an adopted template decides in this service, with an edition's parameters put in. */
  compile(canonicalText: string, asked: CompileAsked): Compiled | TemplateFault;
}
