import type { Schemas } from '../../api/client.ts';
import { either } from '../../components/names.ts';

type Role = Schemas['Grant']['role'];

export type Criterion = Readonly<{ id: string; points: number }>;
type Source = Readonly<{ id: string; kind: string; criteria?: readonly Criterion[]; pointsTotal?: number }>;
type Seating = Readonly<{
  sourceId: string;
  by: readonly string[];
  vote: 'person' | 'organization';
  own: 'skip' | 'allow';
  names: Readonly<Record<string, readonly [zh: string, en: string]>>;
  /** What one paper may hold; shares in basis points. */
  controls?: Readonly<{ fullAtMost: number | null; spread: Readonly<Record<string, number>>; distinct: boolean }>;
}>;
type Reduction = Readonly<{ how: 'mean' | 'trimmed' | 'pooled'; high?: number; low?: number }>;
export type Row = Readonly<{
  id: string;
  op: string;
  source?: string;
  reduce?: Reduction;
  least?: number;
  weights?: readonly Readonly<{ row: string; weight: number }>[];
}>;
type Phase = Readonly<{ id: string; rows: readonly Row[]; score: string }>;
export type AwardRule = Readonly<{
  id: string;
  zh: string;
  en: string;
  to: string;
  /** Whether it is honoured here, or only recommended to the level above. */
  gives: string;
  decide: 'party' | 'confirm' | 'system';
  order: readonly unknown[];
  pick: Readonly<{ by: string; count?: number; share?: number; score?: number }>;
}>;

/** What was measured elsewhere, as the template calls it. */
type Measured = Readonly<{ sourceId: string; name: readonly [zh: string, en: string] | null }>;

/** What pages tell of the tables that decide in a round. */
export type Rules = Readonly<{
  measures: readonly Measured[];
  sources: readonly Source[];
  seating: readonly Seating[];
  parties: readonly Readonly<{ id: string; role: Role; least: number | null }>[];
  phase: Phase | undefined;
  outcome: readonly AwardRule[];
  /** Whether those who are to be awarded are published before the circular. */
  secondNotice: boolean;
  parameters: Readonly<Record<string, string>>;
}>;

type Tables = Readonly<{
  /** Absent where nothing is. */
  measures?: Rules['measures'];
  sources: Rules['sources'];
  seating: Rules['seating'];
  parties: Rules['parties'];
  phases: readonly Phase[];
  outcome: Rules['outcome'];
  notices: readonly Readonly<{ what: readonly string[] }>[];
}>;

/** The tables come as the platform compiled them: their shape is the platform's, and is told as plain JSON. */
export const rulesOf = ({ tables, phase, parameters }: Schemas['GetV1RoundsByRoundIdRulesAnswer']): Rules => {
  const { sources, seating, parties, phases, outcome, notices, measures = [] } = tables as unknown as Tables;
  return {
    ...{ measures, sources, seating, parties, outcome },
    phase: phases.find(({ id }) => id === phase),
    secondNotice: notices.some(({ what }) => what.includes('proposed')),
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    ),
  };
};

/** Whose marks a source is: the role that fills it in. */
export const roleOfSource = ({ seating, parties }: Rules, sourceId: string): Role | undefined => {
  const by = seating.find((one) => one.sourceId === sourceId)?.by ?? [];
  return parties.find(({ id }) => by.includes(id))?.role;
};

/** As the template calls a measure; undefined where it gives it no name. */
export const measureName = ({ measures }: Rules, sourceId: string): string | undefined => {
  const name = measures.find((one) => one.sourceId === sourceId)?.name ?? null;
  return name === null ? undefined : either(name[0], name[1]);
};

export const criterionName = ({ seating }: Rules, criterion: string): string => {
  const names = seating.flatMap(({ names: all }) => (all[criterion] === undefined ? [] : [all[criterion]]))[0];
  return names === undefined ? criterion : either(names[0], names[1]);
};

/** Rules that give entries something by their rank; a departure is from one of these to another. */
export const entryRules = ({ outcome }: Pick<Rules, 'outcome'>): readonly AwardRule[] =>
  outcome.filter(({ to, order }) => to === 'entry' && order.length === 0);

export const awardName = ({ outcome }: Pick<Rules, 'outcome'>, id: string): string => {
  const rule = outcome.find((one) => one.id === id);
  return rule === undefined ? id : either(rule.zh, rule.en);
};
