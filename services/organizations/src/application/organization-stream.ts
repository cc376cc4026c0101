import { aggregateIdOf } from '@jiangong/event-store';
import type { KeyName } from '@jiangong/privacy';

export const ORGANIZATION_STREAMS = 'organizations.organization-';

export const organizationStream = (organizationId: string): string => `${ORGANIZATION_STREAMS}${organizationId}`;

/** The key that seals what was typed about an organization. */
export const organizationKey = ({ organizationId }: Readonly<{ organizationId: string }>): KeyName =>
  `organization/${organizationId}`;

/** The root's id is the same on every installation, so that two set-ups meet in one stream. */
export const ROOT_ORGANIZATION_ID = aggregateIdOf('root', 'organization');
