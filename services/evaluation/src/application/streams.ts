import { aggregateIdOf } from '@jiangong/event-store';

export const ROUND_STREAMS = 'evaluation.round-';
export const SHEET_STREAMS = 'evaluation.sheet-';
export const NOTES_STREAMS = 'evaluation.notes-';
export const REMINDERS_STREAMS = 'evaluation.reminders-';
export const CHECKLIST_STREAMS = 'evaluation.checklist-';
export const BONUS_STREAMS = 'evaluation.bonus-';
export const MEASURE_STREAMS = 'evaluation.measure-';
export const BALLOT_STREAMS = 'evaluation.ballot-';
export const PAPER_BOX_STREAMS = 'evaluation.paper-box-';
export const DECISION_STREAMS = 'evaluation.decision-';
export const HONOUR_STREAMS = 'evaluation.honour-';
export const RECOMMENDATION_STREAMS = 'evaluation.recommendation-';
export const TALK_STREAMS = 'evaluation.talk-';
export const NAMING_STREAMS = 'evaluation.naming-';
export const DOCUMENT_STREAMS = 'evaluation.document-';

export const roundStream = (roundId: string): string => `${ROUND_STREAMS}${roundId}`;
export const sheetStream = (sheetId: string): string => `${SHEET_STREAMS}${sheetId}`;
export const notesStream = (notesId: string): string => `${NOTES_STREAMS}${notesId}`;
export const remindersStream = (roundId: string): string => `${REMINDERS_STREAMS}${roundId}`;
export const checklistStream = (checklistId: string): string => `${CHECKLIST_STREAMS}${checklistId}`;
export const bonusStream = (bonusId: string): string => `${BONUS_STREAMS}${bonusId}`;
export const measureStream = (measureId: string): string => `${MEASURE_STREAMS}${measureId}`;
export const ballotStream = (ballotId: string): string => `${BALLOT_STREAMS}${ballotId}`;
export const paperBoxStream = (paperBoxId: string): string => `${PAPER_BOX_STREAMS}${paperBoxId}`;
export const decisionStream = (decisionId: string): string => `${DECISION_STREAMS}${decisionId}`;
export const honourStream = (honourId: string): string => `${HONOUR_STREAMS}${honourId}`;
export const recommendationStream = (recommendationId: string): string =>
  `${RECOMMENDATION_STREAMS}${recommendationId}`;
export const talkStream = (talkId: string): string => `${TALK_STREAMS}${talkId}`;
export const namingStream = (roundId: string): string => `${NAMING_STREAMS}${roundId}`;
export const documentStream = (documentsId: string): string => `${DOCUMENT_STREAMS}${documentsId}`;

/** A round that is about the whole period. */
export const WHOLE_PERIOD = 'whole';
/** A sheet that is about all entries. */
export const WHOLE_SHEET = 'whole';

/** One round of an edition, phase and period, and the next one after an annulled one: its id follows from them. */
export const roundIdOf = (editionId: string, phase: string, ordinal: number, period: string = WHOLE_PERIOD): string =>
  aggregateIdOf(editionId, `evaluation round ${phase} ${period} ${ordinal}`);

/** One sheet a seat and round. */
export const sheetIdOf = (roundId: string, seatId: string, part: string = WHOLE_SHEET): string =>
  aggregateIdOf(`${roundId} ${seatId} ${part}`, 'score sheet');

/** One person's notes to himself in one round. */
export const notesIdOf = (roundId: string, personId: string): string =>
  aggregateIdOf(`${roundId} ${personId}`, 'notes to oneself');

/** What one entry claims in one round. */
export const bonusIdOf = (roundId: string, entryId: string): string => aggregateIdOf(`${roundId} ${entryId}`, 'bonus');

/** What was found about one entry in one round. */
export const checklistIdOf = (roundId: string, entryId: string): string =>
  aggregateIdOf(`${roundId} ${entryId}`, 'check-list');

/** What one source measures in one round. */
export const measureIdOf = (roundId: string, sourceId: string): string =>
  aggregateIdOf(`${roundId} ${sourceId}`, 'measure');

/** One secret ballot a round and source. */
export const ballotIdOf = (roundId: string, sourceId: string): string =>
  aggregateIdOf(`${roundId} ${sourceId}`, 'secret ballot');

/** The paper box of one poll. */
export const paperBoxIdOf = (roundId: string, sourceId: string): string =>
  aggregateIdOf(`${roundId} ${sourceId}`, 'paper box');

/** The box about one entry; where voters are counted in groups, that of the groups whose box it is. */
export const boxIdOf = (ballotId: string, entryId: string, electorates: readonly string[] = []): string =>
  aggregateIdOf([ballotId, entryId, ...electorates].join(' '), 'ballot box');
