import { eventIdOf } from '../../../../../../../libs/event-store/src/event-ids.ts';

/** Planted breach: a lib that knows another lib's rooms. */
export const idOf = eventIdOf;
