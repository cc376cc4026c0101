/**
 * A talk that an award asks for: compiled with the round's tables. `rule`: the award's rule; `by`: the party that holds it; `withinDays`: of the
 * decision, the day of which does not count; null where the template does not say.
 */
export type TalkRules = Readonly<{ rule: string; by: string; withinDays: number | null }>;
