import type { DecidedEntry } from './decided-entry.ts';

/** A member of the body that decides, as of the day of the meeting. */
export type BodyMember = Readonly<{
  personId: string;
  /** The grant that makes him one. */
  grantId: string;
  /** Where he belongs: the level below the body; null when he belongs to the body's own office. */
  homeId: string | null;
}>;

/** Why a member takes no part in deciding over an entry. */
export type RecusalCause = 'self' | 'leader' | 'home';

/** What the template asks of the body: each mode holds those before it. */
export type RecuseMode = RecusalCause;

const RECUSE_ORDER: readonly RecusalCause[] = ['self', 'leader', 'home'];

const isPerson = ({ subject: { kind } }: DecidedEntry): boolean => kind === 'person' || kind === 'office-holder';

/** Nobody decides over himself, over what he leads, or over what comes from where he belongs: as far as the template asks. */
export const causeOf = (member: BodyMember, entry: DecidedEntry, mode: RecuseMode): RecusalCause | null => {
  const asked = (cause: RecusalCause): boolean => RECUSE_ORDER.indexOf(cause) <= RECUSE_ORDER.indexOf(mode);
  if (isPerson(entry) && entry.subject.id === member.personId) return 'self';
  if (asked('leader') && entry.answerable.includes(member.personId)) return 'leader';
  return asked('home') && member.homeId !== null && member.homeId === entry.homeId ? 'home' : null;
};

/** A body decides by more than one: one person alone is no body, whatever a template says. */
export const ATTESTED_MIN = 2;

/** More than half of those who may decide, and never fewer than the template or this rule asks. */
export const quorumOf = (members: number, least: number): number =>
  Math.max(ATTESTED_MIN, least, Math.floor(members / 2) + 1);

export type EntryQuorum = Readonly<{ entryId: string; members: number; present: number; quorum: number }>;

/** How many decide over an entry: those who are not recused for it count, the others do not, neither as members nor as present. */
export const entryQuorum = (
  body: readonly BodyMember[],
  present: ReadonlySet<string>,
  entry: DecidedEntry,
  { recuse, least }: Readonly<{ recuse: RecuseMode; least: number }>,
): EntryQuorum => {
  const deciding = body.filter((member) => causeOf(member, entry, recuse) === null);
  return {
    entryId: entry.entryId,
    members: deciding.length,
    present: deciding.filter(({ personId }) => present.has(personId)).length,
    quorum: quorumOf(deciding.length, least),
  };
};

/** No meeting of this body, however well attended, can decide over the entry: the superior body has to. */
export const isOutOfReach = ({ members, quorum }: EntryQuorum): boolean => members < quorum;
