import { requestIdOf } from '../../../../../../../../libs/event-store/src/index.ts';

/** Planted breach: the right door, by the wrong way. */
export const requestId = requestIdOf;
