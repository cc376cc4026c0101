import { type Level, LEVELS, type Policy } from '../template/policy.ts';

/** A policy as the tables that decide read it: each level by how many steps it stands below whoever sets it. */
export type CompiledPolicy = Readonly<{
  by: Level;
  binds: readonly Readonly<{ level: Level; stepsBelow: number; commendations: number; years: number }>[];
  /** Years in which the same commendation is given once; null: as often as one likes. */
  cycleYears: number | null;
  /** Whether no name may be one that whoever sets it uses. */
  namesUnlike: boolean;
}>;

/** "5y" is 5; null: it says no cycle. */
export const yearsOfCycle = ({ cycle }: Policy['policy']): number | null =>
  cycle === undefined ? null : Number(cycle.slice(0, -1));

/** The tables of a valid policy. */
export const compilePolicy = ({ policy }: Policy): CompiledPolicy => {
  const cycleYears = yearsOfCycle(policy);
  return {
    by: policy.by,
    binds: Object.entries(policy.binds).map(([word, { commendations, in: span }]) => {
      const level = word as Level;
      const stepsBelow = LEVELS.indexOf(level) - LEVELS.indexOf(policy.by);
      return { level, stepsBelow, commendations, years: span === 'year' ? 1 : (cycleYears ?? 1) };
    }),
    cycleYears,
    namesUnlike: policy.nameUnlike !== undefined,
  };
};
