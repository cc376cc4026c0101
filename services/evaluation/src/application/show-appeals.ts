import type { StoredEvent } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import { appealable, windowRefusal } from '../domain/appeal/decide-filing.ts';
import type { AppealDecided } from '../domain/appeal/facts.ts';
import { type AppealGround, appealGroundOf, decidesAppeals } from '../domain/appeal/ground.ts';
import { mattersOf, type OpenMatter } from '../domain/appeal/matter.ts';
import type { AppealRefusal } from '../domain/appeal/refusals.ts';
import { readsAppeals, readsOwn, REOPENING_ROLES } from '../domain/appeal/shown.ts';
import type { Appeal } from '../domain/appeal/state.ts';
import { entriesIn, entryOf, isPrepared, isRunning, latestResult, type PreparedRound } from '../domain/round/state.ts';
import { callerIn, type OfEntry } from './change-checklist.ts';
import type { Evaluation } from './evaluation.ts';
import { roundStream } from './streams.ts';
import { type Write, writings, type Written } from './written.ts';

type Verdict = Readonly<{ outcome: string; remedy: string; why: Written; reopened: Written | null }>;

/** An appeal with what was written about it. */
export type ShownAppeal = Appeal & Readonly<{ why: Written; withdrawal: Written | null; judged: readonly Verdict[] }>;

/** The appeals of an entry as one reader may see them. `hindrance`: why nobody appeals now; empty while one may. */
export type ShownAppeals = Readonly<{
  round: PreparedRound;
  entryId: string;
  ground: AppealGround;
  hindrance: string;
  reopens: boolean;
  matters: readonly OpenMatter[];
  appeals: readonly ShownAppeal[];
}>;

export const appealsIn = (round: PreparedRound): readonly Appeal[] => (isRunning(round) ? round.appeals : []);

/** Why nobody files an appeal about this round now. */
export const hindranceOf = (round: PreparedRound, now: string): string => {
  const live = appealable(round);
  if (!('kind' in live)) return live.reason;
  const late = windowRefusal(live, now);
  if (late) return late.reason;
  return latestResult(live) === undefined ? 'RESULT_NOT_COMPUTED' : '';
};

const isOf = ({ data }: StoredEvent, appealId: string): boolean =>
  (data as Readonly<{ appealId?: string }>).appealId === appealId;

const judgedOf = async (events: readonly StoredEvent[], write: Write): Promise<readonly Verdict[]> => {
  const judged: Verdict[] = [];
  for (const event of events) {
    if (event.type === 'AppealDecided.v1') {
      const { outcome, remedy, decidedBy } = event.data as AppealDecided['data'];
      judged.push({ outcome, remedy: remedy ?? '', why: await write(event, 'why', decidedBy), reopened: null });
    } else if (event.type === 'AppealReopened.v1') {
      const { reopenedBy } = event.data as Readonly<{ reopenedBy: string }>;
      const last = judged.pop();
      if (last !== undefined) judged.push({ ...last, reopened: await write(event, 'why', reopenedBy) });
    }
  }
  return judged;
};

const told = async (appeal: Appeal, events: readonly StoredEvent[], write: Write): Promise<ShownAppeal> => {
  const own = events.filter((event) => isOf(event, appeal.appealId));
  const textOf = async (type: string, by: string): Promise<Written | null> => {
    const event = own.find((one) => one.type === type);
    return event === undefined ? null : write(event, 'why', by);
  };
  const why = await textOf('AppealFiled.v1', appeal.filedBy);
  return {
    ...appeal,
    why: why ?? { text: '', by: appeal.filedBy, at: appeal.filedAt },
    withdrawal: await textOf('AppealWithdrawn.v1', ''),
    judged: await judgedOf(own, write),
  };
};

/** Whether the caller may have a decided appeal looked at again, were he not the one who decided it. */
const reopens = (round: PreparedRound, grants: Awaited<ReturnType<typeof callerIn>>['grants']): boolean =>
  grants.some(
    ({ role, organizationId, stands }) =>
      REOPENING_ROLES.some((one) => one === role) && (organizationId === round.committeeId || stands === 'above'),
  );

/** The appeals of one entry: to whoever is judged, to the party that decides, and to the offices that act upon them. */
export const readAppeals =
  (evaluation: Evaluation) =>
  async (
    { roundId, entryId }: OfEntry,
    call: CallContext,
  ): Promise<(Omit<ShownAppeals, 'appeals'> & Readonly<{ appeals: readonly Appeal[] }>) | AppealRefusal> => {
    const { round } = await evaluation.readRound(roundId);
    if (!isPrepared(round) || round.tables.appeals === undefined)
      return { reason: 'APPEALS_NOT_TAKEN', field: 'roundId' };
    if (entryOf(round, entryId) === undefined) return { reason: 'ENTRY_NOT_IN_ROUND', field: 'entryId' };
    const person = await callerIn(evaluation, round, call);
    const ground = appealGroundOf(round, entryId, person);
    if (!readsOwn(ground) && !readsAppeals(round, person)) return { reason: 'APPEAL_NOT_YOURS', field: 'entryId' };
    const live = appealable(round);
    return {
      ...{ round, entryId, ground, hindrance: hindranceOf(round, call.now), reopens: reopens(round, person.grants) },
      matters: 'kind' in live ? mattersOf(live) : [],
      appeals: appealsIn(round).filter((one) => one.entryId === entryId),
    };
  };

export const showAppeals =
  (evaluation: Evaluation) =>
  async (of: OfEntry, call: CallContext): Promise<ShownAppeals | AppealRefusal> => {
    const found = await readAppeals(evaluation)(of, call);
    if ('reason' in found) return found;
    const events = await evaluation.ground.store.readStream(roundStream(of.roundId));
    const write = writings(evaluation);
    const appeals = await Promise.all(found.appeals.map((one) => told(one, events, write)));
    return { ...found, appeals: appeals.toReversed() };
  };

/** One appeal among a round's: what it is about and how far it is, never why. */
export type AppealLine = Appeal & Readonly<{ title: string; homeId: string }>;

/** Every appeal of a round, for whoever reads them all; else those of the entries that the caller answers for. */
export const appealLines =
  (evaluation: Evaluation) =>
  async (round: PreparedRound, call: CallContext): Promise<readonly AppealLine[]> => {
    const person = await callerIn(evaluation, round, call);
    const all = readsAppeals(round, person);
    return appealsIn(round).flatMap((appeal) => {
      const entry = entryOf(round, appeal.entryId);
      if (entry === undefined || !(all || readsOwn(appealGroundOf(round, appeal.entryId, person)))) return [];
      return [{ ...appeal, title: entry.title, homeId: entry.homeId }];
    });
  };

/** What of a round's appeals concerns the caller. */
export type MyAppealLine = Readonly<{
  round: PreparedRound;
  concern: 'office' | 'subject';
  entryId: string;
  title: string;
  hindrance: string;
  appeals: number;
  open: number;
}>;

const counted = (appeals: readonly Appeal[]) => ({
  appeals: appeals.length,
  open: appeals.filter(({ standing }) => standing === 'open').length,
});

/** The entries that the caller may appeal for, and the rounds whose appeals he decides. */
export const myAppealsIn =
  (evaluation: Evaluation) =>
  async (round: PreparedRound, call: CallContext): Promise<readonly MyAppealLine[]> => {
    if (round.tables.appeals === undefined) return [];
    const person = await callerIn(evaluation, round, call);
    const hindrance = hindranceOf(round, call.now);
    const all = appealsIn(round);
    const mine = entriesIn(round).filter(({ entryId }) => readsOwn(appealGroundOf(round, entryId, person)));
    const decides = decidesAppeals(round, person) !== null;
    return [
      ...(decides
        ? [{ round, concern: 'office' as const, entryId: '', title: '', hindrance: '', ...counted(all) }]
        : []),
      ...mine.map(({ entryId, title }) => ({
        ...{ round, concern: 'subject' as const, entryId, title, hindrance },
        ...counted(all.filter((one) => one.entryId === entryId)),
      })),
    ];
  };
