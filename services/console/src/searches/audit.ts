import type { Schemas } from '../api/client.ts';
import { type Given, text } from './given.ts';

export type Role = Schemas['Grant']['role'];
const ROLES: Readonly<Record<Role, true>> = {
  'committee-officer': true,
  'committee-leader': true,
  'discipline-inspector': true,
  'unit-officer': true,
  'branch-secretary': true,
  expert: true,
  member: true,
  auditor: true,
  operator: true,
  'appraisal-office': true,
  'mass-voter': true,
};
export const ROLE_NAMES = Object.keys(ROLES) as readonly Role[];
const roleOf = (value: unknown): Role | undefined => ROLE_NAMES.find((known) => known === value);

const dayIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/u.test(value) ? value : undefined;

/** Days are the committee's; `before` is the day after the last one. */
export type AuditSearch = Readonly<{
  organization?: string | undefined;
  type?: string | undefined;
  role?: Role | undefined;
  stream?: string | undefined;
  trace?: string | undefined;
  correlation?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}>;
export const auditSearch = ({
  organization,
  type,
  role,
  stream,
  trace,
  correlation,
  from,
  to,
}: Given): AuditSearch => ({
  organization: text(organization),
  type: text(type),
  role: roleOf(role),
  stream: text(stream),
  trace: text(trace),
  correlation: text(correlation),
  from: dayIn(from),
  to: dayIn(to),
});

/** A moment in the address is what the slider stands at: whoever opens the link sees the same. */
export type StreamSearch = Readonly<{ at?: string | undefined }>;
export const streamSearch = ({ at }: Given): StreamSearch => ({
  at: typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? at : undefined,
});

export const ABOUT = ['identity', 'clearance', 'sealed-scores', 'proposal', 'log', 'other'] as const;
export type ReadsSearch = Readonly<{
  q?: string | undefined;
  about?: (typeof ABOUT)[number] | undefined;
  role?: Role | undefined;
  classified?: 'true' | undefined;
  from?: string | undefined;
  to?: string | undefined;
}>;
export const readsSearch = ({ q, about, role, classified, from, to }: Given): ReadsSearch => ({
  q: text(q),
  about: ABOUT.find((known) => known === about),
  role: roleOf(role),
  classified: classified === 'true' || classified === true ? 'true' : undefined,
  from: dayIn(from),
  to: dayIn(to),
});
