import { Metadata } from '@grpc/grpc-js';
import type { Actor, Fact } from '@jiangong/event-store';
import type { Translator } from '@jiangong/messaging';
import type { CallContext, Ground } from '@jiangong/service-host';
import { groundOf, type GroundParts, rememberCall } from '@jiangong/service-host/nest';

export const ROOT = '00000000-0000-4000-8000-000000000001';
export const UNIT = '00000000-0000-4000-8000-000000000002';
export const officer: Actor = {
  kind: 'person',
  id: 'officer',
  organization: ROOT,
  role: 'committee-officer',
  grant: 'grant-1',
};
export const secretary: Actor = {
  kind: 'person',
  id: 'secretary',
  organization: UNIT,
  role: 'unit-officer',
  grant: 'grant-2',
};
export const EDITION = 'merit-projects.edition-1';
export const ENTRIES = 'merit-projects.unit-edition-1';

/** The private facts of this stage are worded as the public ones. */
export const tell = (context: string): Translator => ({
  context,
  streamPrefixes: [`${context}.`],
  translate: ({ type, data }) => [{ type: `${context}.${type}`, data }],
});

export const founded = (organizationId: string, parentId?: string): Fact => ({
  type: 'OrganizationFounded.v1',
  data: { organizationId, ...(parentId ? { parentId } : {}), kind: 'unit', nameZh: '甲', nameEn: 'A', code: 'A' },
});

export const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

export const reader: CallContext = {
  actor: { kind: 'person', id: 'auditor', organization: ROOT, role: 'auditor', grant: 'grant-3' },
  requestId: '00000000-0000-4000-8000-0000000000aa',
  now: '2021-04-01T00:00:00.000Z',
  correlationId: '00000000-0000-4000-8000-0000000000bb',
  causationId: null,
  traceparent: `00-${TRACE}-00f067aa0ba902b7-01`,
  policyVersion: null,
  caller: { kind: 'person', personId: 'auditor', sessionId: null },
  afterPosition: 0,
};

/** What the service stands on: it writes of nobody, so that it needs no keys. */
export const groundOver = (parts: Pick<GroundParts, 'store' | 'rows' | 'clock'>): Ground =>
  groundOf(parts as GroundParts);

/** A call of somebody that has passed the host. */
export const callAs = (personId: string): Metadata => {
  const metadata = new Metadata();
  rememberCall(metadata, { ...reader, caller: { kind: 'person', personId, sessionId: null } });
  return metadata;
};

/** A role over an organization, as membership tells it. */
export const granted = (personId: string, role: string, organizationId: string): Fact => ({
  type: 'RoleGranted.v1',
  data: { grantId: `${role} ${personId} ${organizationId}`, personId, role, organizationId },
});
