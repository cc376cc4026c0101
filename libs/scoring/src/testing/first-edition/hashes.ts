import { createHash } from 'node:crypto';
import { canonicalBytes, sha256Hex } from '@jiangong/event-store';
import type { AwardsPlan } from './awards-plan.ts';
import type { Scheme } from './scheme.ts';
import { type TallyInputs } from './tally-inputs.ts';
import { compareIds } from '../../ids.ts';
import type { TallyResult } from './tally-result.ts';

/** SHA-256 of the RFC 8785 form of `{plan, scheme}`: what is frozen before the first sheet. */
export const rulesHash = (scheme: Scheme, plan: AwardsPlan): string => sha256Hex(canonicalBytes({ plan, scheme }));

/** SHA-256 of the RFC 8785 form of the result. */
export const resultHash = (result: TallyResult): string => sha256Hex(canonicalBytes(result));

/**
 * SHA-256 of the RFC 8785 form of the inputs with every list sorted by id. Ids are plain ASCII and numbers are integers,
 * so JSON.stringify with the keys in order is that form; written piecewise, since twenty million numbers fit no string.
 */
export const inputsHash = (inputs: TallyInputs): string => {
  const hash = createHash('sha256');
  const list = <T>(
    name: string,
    items: readonly T[],
    compare: (a: T, b: T) => number,
    write: (item: T) => string,
  ): void => {
    hash.update(`"${name}":[`);
    [...items].sort(compare).forEach((item, at) => hash.update(`${at === 0 ? '' : ','}${write(item)}`));
    hash.update(']');
  };
  hash.update('{');
  list('entries', inputs.entries, compareIds, (id) => JSON.stringify(id));
  hash.update(',');
  list(
    'evaluators',
    inputs.evaluators,
    (a, b) => compareIds(a.evaluatorId, b.evaluatorId),
    ({ evaluatorId, groupId }) => JSON.stringify({ evaluatorId, groupId }),
  );
  hash.update(',');
  list(
    'recusals',
    inputs.recusals,
    (a, b) => compareIds(a.evaluatorId, b.evaluatorId) || compareIds(a.entryId, b.entryId),
    ({ entryId, evaluatorId }) => JSON.stringify({ entryId, evaluatorId }),
  );
  hash.update(',');
  list(
    'sheets',
    inputs.sheets,
    (a, b) => compareIds(a.evaluatorId, b.evaluatorId),
    ({ evaluatorId, scores }) =>
      JSON.stringify({
        evaluatorId,
        scores: [...scores]
          .sort((a, b) => compareIds(a.entryId, b.entryId))
          .map(({ entryId, points }) => ({ entryId, points })),
      }),
  );
  hash.update('}');
  return hash.digest('hex');
};
