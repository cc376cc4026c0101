/**
 * Every lasting act has an opposite (the vocabulary's first rule): for each stored fact, the facts that take it back or put it right, or in a
 * sentence why none is wanted. A new fact without a row fails the law.
 */
export type Opposite = readonly string[] | string;

export const PROPOSAL = ['ProposalRejected.v1'];
export const BY_THE_CLOCK = 'The calendar says it, nobody; the calendar itself is moved.';
export const AN_OPPOSITE = 'It is itself an opposite; what it took back can be done again.';
export const A_READING = 'It tells what somebody saw or was told, which can not be unsaid.';
