import type { Schemas } from '../../api/client.ts';
import { either } from '../../components/names.ts';

type Role = Schemas['Grant']['role'];

export type Criterion = Readonly<{ id: string; points: number }>;
type Source = Readonly<{
  id: string;
  kind: string;
  criteria?: readonly Criterion[];
  pointsTotal?: number;
  /** Of a ballot, best first. */
  levels?: readonly Readonly<{ id: string }>[];
  /** Of a ballot that asks several. */
  questions?: readonly string[];
}>;
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
  /** Of a ballot's questions those that count; absent where it asks one. */
  questions?: readonly string[];
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

/** What the levels and questions of a ballot are called, and whom each of its tables is of where it has several electorates. */
type BallotWords = Readonly<{
  names: Seating['names'];
  electorates?: readonly Readonly<{ table: string; name: readonly [zh: string, en: string] | null }>[];
}>;

/** What pages tell of the tables that decide in a round. */
export type Rules = Readonly<{
  measures: readonly Measured[];
  ballots: readonly BallotWords[];
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
  ballots?: Rules['ballots'];
  sources: Rules['sources'];
  seating: Rules['seating'];
  parties: Rules['parties'];
  phases: readonly Phase[];
  outcome: Rules['outcome'];
  notices: readonly Readonly<{ what: readonly string[] }>[];
}>;

/** The tables come as the platform compiled them: their shape is the platform's, and is told as plain JSON. */
export const rulesOf = ({ tables, phase, parameters }: Schemas['GetV1RoundsByRoundIdRulesAnswer']): Rules => {
  const {
    sources,
    seating,
    parties,
    phases,
    outcome,
    notices,
    measures = [],
    ballots = [],
  } = tables as unknown as Tables;
  return {
    ...{ measures, ballots, sources, seating, parties, outcome },
    phase: phases.find(({ id }) => id === phase),
    // Of all who are proposed, or of those whom some rules give something.
    secondNotice: notices.some(({ what }) =>
      what.some((word) => word === 'proposed' || outcome.some(({ id }) => id === word)),
    ),
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

/** Whose votes a ballot's table counts; undefined where all vote as one. */
export const electorateName = ({ ballots }: Rules, table: string): string | undefined => {
  const name = ballots.flatMap(({ electorates = [] }) => electorates).find((one) => one.table === table)?.name ?? null;
  return name === null ? undefined : either(name[0], name[1]);
};

/** A criterion of a sheet, a level or a question of a ballot, as the template calls it. */
export const criterionName = ({ seating, ballots }: Rules, criterion: string): string => {
  const names = [...seating, ...ballots].flatMap(({ names: all }) =>
    all[criterion] === undefined ? [] : [all[criterion]],
  )[0];
  return names === undefined ? criterion : either(names[0], names[1]);
};

/** Rules that give entries something by their rank; a departure is from one of these to another. */
export const entryRules = ({ outcome }: Pick<Rules, 'outcome'>): readonly AwardRule[] =>
  outcome.filter(({ to, order }) => to === 'entry' && order.length === 0);

export const awardName = ({ outcome }: Pick<Rules, 'outcome'>, id: string): string => {
  const rule = outcome.find((one) => one.id === id);
  return rule === undefined ? id : either(rule.zh, rule.en);
};

type Lists = Readonly<{ checklists?: readonly Readonly<{ names: Seating['names'] }>[] }>;

/** An item of a check-list, as the template calls it. */
export const itemName = ({ tables }: Schemas['GetV1RoundsByRoundIdRulesAnswer'], itemId: string): string => {
  const { checklists = [] } = tables as unknown as Lists;
  const name = checklists.flatMap(({ names }) => (names[itemId] === undefined ? [] : [names[itemId]]))[0];
  return name === undefined ? itemId : either(name[0], name[1]);
};
