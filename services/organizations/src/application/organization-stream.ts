import { aggregateIdOf } from '@jiangong/event-store';

export const ORGANIZATION_STREAMS = 'organizations.organization-';

export const organizationStream = (organizationId: string): string => `${ORGANIZATION_STREAMS}${organizationId}`;

/** The root's id is the same on every installation, so that two set-ups meet in one stream. */
export const ROOT_ORGANIZATION_ID = aggregateIdOf('root', 'organization');
