import type { Decider } from '@jiangong/event-store';
import { type Scheme, validateScheme } from '@jiangong/scoring';
import type { SchemeFact } from './facts.ts';
import type { SchemeRefusal } from './refusals.ts';

/** `scheme` is unknown JSON: the decider validates it. */
export type DefineScheme = Readonly<{
  kind: 'define-scheme';
  schemeId: string;
  committeeId: string;
  scheme: unknown;
  now: string;
}>;

export type SchemeState =
  | Readonly<{ kind: 'absent' }>
  | Readonly<{ kind: 'defined'; schemeId: string; committeeId: string; scheme: Scheme }>;

export const schemeDecider: Decider<SchemeState, DefineScheme, SchemeFact, SchemeRefusal> = {
  initial: { kind: 'absent' },
  evolve: (_, { data }) => ({ kind: 'defined', ...data }),
  decide: (state, { schemeId, committeeId, scheme }) => {
    if (state.kind === 'defined') return { reason: 'SCHEME_DEFINED_ALREADY', field: 'schemeId' };
    const validated = validateScheme(scheme);
    if (validated.kind === 'valid')
      return [{ type: 'SchemeDefined.v1', data: { schemeId, committeeId, scheme: validated.value } }];
    const [first] = validated.problems;
    return {
      reason: 'SCHEME_INVALID',
      field: `scheme${(first?.path ?? '$').slice(1)}`,
      details: { problem: first?.problem ?? '', problems: validated.problems.length },
    };
  },
};
