/**
 * What decides in a round, compiled from the edition's template and parameters (decisions.md 34). Points are integers in hundredths
 * of a point, shares basis points. Sources, phases and rules are the types of libs/scoring as soon as its second edition is in.
 */
export type RoundTables = Readonly<{
  programme: Readonly<{ id: string; nameZh: string; nameEn: string; series: string | null }>;
  sources: readonly PanelSource[];
  phases: readonly Phase[];
  outcome: readonly OutcomeRule[];
  parties: readonly Party[];
  notices: readonly Notice[];
}>;

/** Whoever may do something: a role of the platform, held where. `recuse`: in whose matters one does not take part. */
export type Party = Readonly<{
  id: string;
  role: string;
  scope: 'own' | 'home' | 'superior' | 'line' | 'edition' | 'code';
  /** Quorum; null: the default. */
  least: number | null;
  recuse: 'self' | 'leader' | 'home';
}>;

export type Notice = Readonly<{
  id: string;
  after: string;
  what: readonly string[];
  days: number;
  clock: 'working' | 'calendar';
}>;

export type PanelSource = Readonly<{
  id: string;
  kind: 'panel';
  by: readonly string[];
  vote: 'person' | 'organization';
  own: 'skip' | 'allow';
  criteria: readonly Readonly<{ id: string; nameZh: string; nameEn: string; points: number; step?: number }>[];
}>;

export type Phase = Readonly<{ id: string }>;
export type OutcomeRule = Readonly<{ id: string }>;
