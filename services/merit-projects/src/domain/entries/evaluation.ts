import { textRefusal } from '../check-text.ts';
import * as limits from '../limits.ts';
import { type Decision, refOf } from './checks.ts';
import type { MissedReason, EntryEnteredEvaluation, EntryMissedEvaluation } from './facts.ts';
import type { CommendEntry, EnterEvaluation } from './orders.ts';
import type { Entry, UnitEdition } from './state.ts';

/** A published entry enters when its notice is over and no objection is open; else it is said that, and why, it missed scoring. */
const entryOf = (entry: Entry, order: EnterEvaluation): readonly (EntryEnteredEvaluation | EntryMissedEvaluation)[] => {
  const { entryId, title, leaderPersonId, standing, objections } = entry;
  if (standing.kind !== 'published') return [];
  const about = refOf({ entryId, terms: order.terms });
  const missed = (reason: MissedReason): readonly EntryMissedEvaluation[] => [
    { type: 'EntryMissedEvaluation.v1', data: { ...about, reason } },
  ];
  if (Object.values(objections).includes('open')) return missed('objection-open');
  if (standing.noticeUntil > order.now) return missed('notice-running');
  return [{ type: 'EntryEnteredEvaluation.v1', data: { ...about, title, leaderPersonId } }];
};

/** Every published entry enters or misses evaluation, once: none is left behind without a word. */
export const enterEvaluation = (state: UnitEdition, order: EnterEvaluation): Decision => {
  const { opensAt, closesAt } = order.terms.windows.scoring;
  if (order.now < opensAt) return { reason: 'STAGE_NOT_OPEN', details: { stage: 'scoring', opensAt, closesAt } };
  return Object.values(state.entries).flatMap((entry) => entryOf(entry, order));
};

export const commendEntry = (entry: Entry, order: CommendEntry): Decision => {
  if (entry.standing.kind === 'commended') return [];
  if (entry.standing.kind !== 'in-evaluation')
    return { reason: 'ENTRY_NOT_IN_EVALUATION', field: 'entryId', details: { standing: entry.standing.kind } };
  const { roundId, award, grade, documentNumber } = order;
  const refusal = textRefusal(documentNumber, {
    field: 'documentNumber',
    charactersMax: limits.DOCUMENT_NUMBER_CHARACTERS_MAX,
    lines: 'one',
  });
  if (refusal) return refusal;
  return [{ type: 'EntryCommended.v1', data: { ...refOf(order), roundId, award, grade, documentNumber } }];
};
