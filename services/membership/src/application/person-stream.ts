import { aggregateIdOf } from '@jiangong/event-store';
import type { KeyName } from '@jiangong/privacy';

export const PERSON_STREAMS = 'membership.person-';

export const personStream = (personId: string): string => `${PERSON_STREAMS}${personId}`;

/** The key that seals a person's data; destroying it erases the person. */
export const personKey = ({ personId }: Readonly<{ personId: string }>): KeyName => `person/${personId}`;

/** The first officer's id is the same on every installation, so that two set-ups meet in one stream and one of them is refused. */
export const FIRST_PERSON_ID = aggregateIdOf('first officer', 'person');
