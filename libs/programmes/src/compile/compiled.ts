import type {
  FactQuery,
  BallotSource,
  BonusSource,
  ChecklistSource,
  FactTest,
  OutcomeRule as RankingRule,
  PanelSource,
  Phase,
  Row,
  Source,
} from '@jiangong/scoring';
import type { Every, Moment } from '../stage-windows.ts';
import type { Act } from '../template/calendar.ts';
import type { IntakeRule, Party, Quota, SubjectRule } from '../template/parties.ts';
import type { AreaRule, BallotRule, BonusRule, ChecklistRule } from '../template/sources.ts';
import type { Template } from '../template/template.ts';

/** `[中文, English]` */
export type Name = readonly [zh: string, en: string];

/**
 * A template with an edition's parameters, as the tables that deciders read. Points are hundredths, shares basis points,
 * counts whole numbers; no text of it has to be read again. Whoever stores what decides stores (parts of) this.
 */
export type CompiledTemplate = Readonly<{
  schema: number;
  id: string;
  name: Name;
  series: Template['series'] | null;
  period: Template['period'];
  /** Every parameter with the value it was compiled with. */
  parameters: Readonly<Record<string, string>>;
  subjects: readonly CompiledSubject[];
  intake: CompiledIntake;
  parties: Readonly<Record<string, Party>>;
  calendar: readonly CompiledStage[];
  sources: readonly CompiledSource[];
  phases: readonly CompiledPhase[];
  outcome: readonly CompiledRule[];
  duties: Template['duties'];
  notices: readonly CompiledNotice[];
  documents: Template['documents'];
  words: Readonly<Record<string, Name>>;
}>;

export type CompiledSubject = Omit<SubjectRule, 'quota' | 'documents' | 'needs'> &
  Readonly<{
    needs: readonly FactTest[];
    /** The subject's own, else the intake's. */
    quota: CompiledQuota | null;
    documents: readonly string[];
  }>;

export type CompiledQuota = Readonly<{
  of: Quota['of'];
  /** So many each, or one for so many of what is counted. */
  rule:
    | Readonly<{ kind: 'count'; count: number }>
    | Readonly<{
        kind: 'per';
        one: number;
        counted: 'members' | 'branches' | 'entries';
        round: 'up' | 'down' | 'half-up';
      }>;
  least: number;
}>;

export type CompiledIntake = Omit<IntakeRule, 'quota'> & Readonly<{ quota: CompiledQuota | null }>;

export type CompiledStage = Readonly<{
  id: string;
  act: Act;
  by: readonly string[];
  /** The phase that is filled in it, also where the template has one alone and does not say so. */
  phase: string | null;
  opens: Moment;
  closes: Moment;
  every: Every | null;
  with: string | null;
  /** Working days that must fit between its opening and the next stage's. */
  gap: number | null;
  ours: boolean;
}>;

/** Who fills a panel, and how: what the engine of marks need not know. */
export type Filling = Readonly<{
  by: string;
  seat: 'person' | 'organization';
  own: 'skip' | 'allow';
  /** How many seats score each entry; null: all. */
  assignEach: number | null;
  /** Whoever left a unit less than so many years ago is dealt none of its entries; null: where somebody was before is not looked at. */
  formerYears: number | null;
  shown: 'after-close' | 'at-once';
  part: 'all' | 'one';
  order: 'given' | 'drawn';
  controls: Controls | null;
}>;

/** Who fills a check-list, and how: what the engine of items need not know. */
export type ChecklistFilling = Readonly<{
  /** The office that owns each item, by item: a party, or one of a party's members. */
  owners: Readonly<Record<string, string>>;
  /** How long each area's periods are, by area; null: the whole round is one. */
  periods: Readonly<Record<string, AreaRule['period'] | null>>;
  /** Items of which a single occurrence shuts out of honours. */
  vetoes: readonly string[];
  /** Whether whoever is judged may answer what was found. */
  answer: boolean;
  /** Items may be amended from the next unopened period on, or for the next edition only. */
  redrawn: ChecklistRule['redrawn'];
}>;

/** Who claims bonuses and who decides them, and what the engine of points need not know. */
export type BonusFilling = Readonly<{
  /** A party, or a kind of subject: then whoever answers for the entry. */
  claim: string;
  decide: string;
  document: BonusRule['document'];
  /** What a claim of each item may be granted at, from the lowest; none: any points up to the item's. */
  levels: Readonly<Record<string, readonly Readonly<{ id: string; points: number }>[]>>;
}>;

/** Limits on a whole paper, in basis points. */
export type Controls = Readonly<{
  fullAtMost: number | null;
  spread: Readonly<Record<string, number>>;
  distinct: boolean;
}>;

export type CompiledSource =
  | Readonly<{
      id: string;
      kind: 'panel';
      table: PanelSource;
      filling: Filling;
      /** Of criteria, by id. */
      names: Readonly<Record<string, Name>>;
      /** Of the levels of criteria that name them, by criterion and level. */
      levelNames: Readonly<Record<string, Readonly<Record<string, Name>>>>;
    }>
  | Readonly<{
      id: string;
      kind: 'measure';
      table: Extract<Source, { kind: 'measure' }>;
      unit: string;
      decimals: number;
      from: 'import' | 'compute';
      by: string | null;
      /** What it is computed from; absent: it is recorded. */
      compute?: FactQuery;
      document: 'required' | 'welcome';
      name: Name | null;
    }>
  | Readonly<{
      id: string;
      kind: 'checklist';
      table: ChecklistSource;
      filling: ChecklistFilling;
      /** Of areas and items, by id. */
      names: Readonly<Record<string, Name>>;
    }>
  | Readonly<{
      id: string;
      kind: 'bonus';
      table: BonusSource;
      filling: BonusFilling;
      /** Of groups, items and levels, by id. */
      names: Readonly<Record<string, Name>>;
    }>
  | Readonly<{
      id: string;
      kind: 'ballot';
      rule: BallotRule;
      /** One an electorate. */
      tables: readonly BallotSource[];
      filling: Balloting;
      /** Of levels and questions, by id. */
      names: Readonly<Record<string, Name>>;
    }>;

/**
 * How a ballot is held. `tokens`: the share of its stage, in basis points, in which tokens are issued. `fullAtMost`: the share of the
 * answers on one paper that may be the highest level; absent where as many as one likes. `pickAtMost`: how many names of one category one paper may pick; absent where each is given a level. `box`: on paper, and counted by two persons.
 * `byCode`: by whoever has one of the codes that the office prints.
 */
export type Balloting = Readonly<{
  tokens: number;
  electorates: readonly Electorate[];
  own: BallotRule['own'];
  fullAtMost?: number;
  pickAtMost?: number;
  box?: true;
  byCode?: true;
}>;

/** A group of voters whose votes are counted apart, in the table of that id. `merge`: what it is joined with where it is too small. */
export type Electorate = Readonly<{
  id: string;
  table: string;
  who: string;
  scope: 'entry' | 'round';
  merge: string | null;
  name: Name | null;
}>;

export type CompiledPhase = Omit<Phase, 'rows'> &
  Readonly<{
    /** What people call it; null: it is named nowhere. */
    name: Name | null;
    /** Of a phase that is held again in each part of the period (`every`): which part it is, from 1. */
    part?: number;
    rows: readonly Row[];
    /** Rows that refuse, and what goes on then: those who are lacking are asked again, or the body ranks without. */
    waysOn: Readonly<Record<string, 'reopen' | 'body'>>;
  }>;

export type CompiledRule = Readonly<{
  /** What the engine of rankings reads. */
  ranking: RankingRule;
  id: string;
  name: Name;
  code: string;
  gives: Template['outcome'][number]['gives'];
  to: Template['outcome'][number]['to'];
  decide: 'party' | 'confirm' | 'system';
  appeal: Readonly<{ days: number; to: string }> | null;
  termYears: number | null;
  recheck: 'year' | 'half' | null;
  until: 'next-result' | 'date' | null;
  bars: readonly string[];
  upTo: Readonly<{ level: string; outside?: string }> | null;
  feeds: readonly string[];
  duty: string | null;
  shown: 'public' | 'internal' | 'subject';
}>;

export type CompiledNotice = Readonly<{
  id: string;
  after: string;
  what: 'entries' | 'proposed' | 'results' | readonly string[];
  days: number;
  clock: 'working' | 'calendar';
  audience: 'public' | 'internal' | 'subject';
  channels: readonly string[];
  objections: Readonly<{
    form: 'written' | 'real-name';
    evidence: 'required' | 'welcome';
    notFrom: readonly string[];
  }> | null;
  again: 'remaining' | 'whole';
  answerIn: number | null;
}>;
