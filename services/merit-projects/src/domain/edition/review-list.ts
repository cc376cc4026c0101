import { firstRefusal, textRefusal } from '@jiangong/wording';
import * as limits from '../limits.ts';
import { hasAct } from '../programme.ts';
import type { EditionDecision } from './opening.ts';
import type { SetReviewList } from './orders.ts';
import type { EditionRefusal } from './refusals.ts';
import type { OpenEditionState } from './state.ts';

/** Once the review has opened, entries are looked at by the list that stands: all of an edition by the same one. */
export const setReviewList = (edition: OpenEditionState, { items, now }: SetReviewList): EditionDecision => {
  const { editionId, tables } = edition.terms;
  if (!hasAct(tables, 'review')) return { reason: 'REVIEW_NOT_IN_TEMPLATE', field: 'editionId' };
  const opensAt = edition.stages.find(({ act }) => act === 'review')?.opensAt ?? '';
  if (now >= opensAt) return { reason: 'REVIEW_LIST_FROZEN', details: { since: opensAt } };
  const { REVIEW_ANSWERS_MAX: max } = limits;
  if (items.length > max) return { reason: 'TOO_MANY_REVIEW_ITEMS', field: 'items', details: { max } };
  const refusal = firstRefusal<EditionRefusal>(
    ...items.map((item, index) =>
      textRefusal(item, { field: `items[${index}]`, charactersMax: limits.TITLE_CHARACTERS_MAX, lines: 'one' }),
    ),
  );
  if (refusal) return refusal;
  if (new Set(items).size !== items.length) return { reason: 'REVIEW_ITEM_REPEATED', field: 'items' };
  if (JSON.stringify(items) === JSON.stringify(edition.reviewList)) return [];
  return [{ type: 'ReviewListSet.v1', data: { editionId, items: [...items] } }];
};
