import { FACTS_PER_EVENT_MAX, type PublicFact, READ_FACTS_MAX } from './public-fact.ts';
import type { PublicFactPage } from './public-fact-log.ts';

/** Leaves out a last position that the limit may have torn apart. */
export const untornPage = (facts: readonly PublicFact[], limit: number, through: number): PublicFactPage => {
  if (facts.length < limit) return { facts, through };
  const torn = facts[facts.length - 1]?.position ?? 0;
  const whole = facts.filter(({ position }) => position < torn);
  return { facts: whole, through: torn - 1 };
};

export const checkFactLimit = (limitMax: number): void => {
  if (limitMax < FACTS_PER_EVENT_MAX || limitMax > READ_FACTS_MAX)
    throw new Error(`a page holds ${FACTS_PER_EVENT_MAX} to ${READ_FACTS_MAX} facts, not ${limitMax}`);
};
