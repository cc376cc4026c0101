import type { Role } from '@jiangong/access';

/** Why a grant ends before its time: a closed list, since names and judgements would stand in free text for ever. */
export const REVOKE_WORDS = ['resignation', 'transfer', 'term-end', 'removal', 'mistake', 'other'] as const;

/** `exit`: together with the person's exit. */
export type EndWord = (typeof REVOKE_WORDS)[number] | 'exit';

export const isRevokeWord = (text: string): text is (typeof REVOKE_WORDS)[number] =>
  (REVOKE_WORDS as readonly string[]).includes(text);

/** A grant, ended ones included: history is kept. It counts from `from` (inclusive) until `until` (exclusive). */
export type GrantHeld = Readonly<{
  grantId: string;
  role: Role;
  organizationId: string;
  from: string;
  until: string | null;
  grantedAt: string;
  grantedBy: string | null;
  endedBecause: EndWord | null;
}>;

type Span = Readonly<{ from: string; until: string | null }>;

/** Counts at the moment. */
export const isInForce = ({ from, until }: Span, now: string): boolean =>
  from <= now && (until === null || now < until);

/** Counts, or will count: what a move or an exit has to ask about. */
export const hasNotEnded = ({ until }: Span, now: string): boolean => until === null || now < until;

/** Whether both count at one moment at least. */
export const overlap = (a: Span, b: Span): boolean =>
  (b.until === null || a.from < b.until) &&
  (a.until === null || b.from < a.until) &&
  (a.until === null || a.from < a.until) &&
  (b.until === null || b.from < b.until);
