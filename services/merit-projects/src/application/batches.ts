import { type Action, decide, type Grant } from '@jiangong/access';
import { type Refusal, requestIdOf } from '@jiangong/event-store';
import { type CallContext, type RefusalText, refused } from '@jiangong/service-host';
import type { EntryHandled } from './nominators-entries.ts';
import { factOf } from './publish-entries.ts';
import { toldRefusal } from './told-refusals.ts';

/** Entries of one batch. */
export const BATCH_ENTRIES_MAX = 100;
/** Nominators whose entries are worked on at once; those of one nominator share a stream and go one after the other. */
const NOMINATORS_AT_ONCE_MAX = 4;

/** An entry of a batch, as far as the access rule asks of it. */
export type BatchEntry = Readonly<{
  entryId: string;
  nominatorId: string;
  organizationPath: string;
  answerable: readonly string[];
}>;

export interface BatchKnowledge {
  /** Those of the ids that are entries of the edition. */
  entriesIn(editionId: string, entryIds: readonly string[]): Promise<readonly BatchEntry[]>;
  grantsOf(personId: string): Promise<readonly Grant[]>;
}

export type Batch = Readonly<{ editionId: string; entryIds: readonly string[]; dryRun: boolean }>;

/** What became of one entry. */
export type Outcome = Readonly<{
  entryId: string;
  outcome: 'done' | 'would-be-done' | 'refused';
  refusal?: Refusal;
  texts?: RefusalText;
  revision: number;
  position: number;
  /** Of a publication: the first instant after its notice; else empty. */
  noticeUntil: string;
}>;

/** One order to one entry, given for real or rehearsed. */
export type SendOne = (entryId: string, call: CallContext) => Promise<EntryHandled>;

const refusedOne = (entryId: string, refusal: Refusal): Outcome => ({
  ...{ entryId, outcome: 'refused', revision: 0, position: 0, noticeUntil: '' },
  ...toldRefusal(refusal),
});

/** The call as this one entry's order is given: by the grant that allows it, and under an id that follows from the batch's. */
const callFor = (call: CallContext, entryId: string, grant: Grant | null): CallContext => {
  const { expectedRevision: _batch, ...rest } = call;
  return {
    ...rest,
    requestId: requestIdOf(`${call.requestId} ${entryId}`),
    actor: {
      ...call.actor,
      organization: grant?.organizationId ?? null,
      role: grant?.role ?? null,
      grant: grant?.grantId ?? null,
    },
  };
};

/** Does the groups' work, so many groups at once. */
const groupByGroup = async <T>(groups: readonly (readonly T[])[], work: (one: T) => Promise<void>): Promise<void> => {
  const waiting = [...groups];
  const worker = async (): Promise<void> => {
    for (let group = waiting.shift(); group; group = waiting.shift()) for (const one of group) await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(NOMINATORS_AT_ONCE_MAX, groups.length) }, worker));
};

/**
 * The same order for several entries. Each is decided by itself, under the access rule of its own: what is refused takes nothing from
 * the others, and a batch that is repeated under its id finds what was done and tries the rest again.
 */
export const batches =
  (knowledge: BatchKnowledge) =>
  async (batch: Batch, action: Action, call: CallContext, send: SendOne): Promise<readonly Outcome[]> => {
    const { editionId, entryIds, dryRun } = batch;
    if (entryIds.length === 0 || entryIds.length > BATCH_ENTRIES_MAX || new Set(entryIds).size !== entryIds.length)
      throw refused({ reason: 'BATCH_ENTRIES_INVALID', field: 'entryIds', details: { max: BATCH_ENTRIES_MAX } });
    const personId = call.caller.personId ?? '';
    const [found, grants] = await Promise.all([knowledge.entriesIn(editionId, entryIds), knowledge.grantsOf(personId)]);
    const outcomes = new Map<string, Outcome>();
    const known = new Map(found.map((entry) => [entry.entryId, entry]));
    for (const entryId of entryIds)
      if (!known.has(entryId))
        outcomes.set(entryId, refusedOne(entryId, { reason: 'ENTRY_NOT_FOUND', field: 'entryId' }));
    const doOne = async ({ entryId, organizationPath, answerable }: BatchEntry): Promise<void> => {
      const resource = { organizationPath, concerns: answerable };
      const subject = { kind: 'person', personId } as const;
      const said = decide({ subject, grants, action, resource, now: call.now });
      if (!said.allow) return void outcomes.set(entryId, refusedOne(entryId, { reason: said.reason }));
      const handled = await send(entryId, callFor(call, entryId, said.grant));
      if (handled.kind === 'refused') return void outcomes.set(entryId, refusedOne(entryId, handled.refusal));
      const { revision, position } = handled;
      const noticeUntil = factOf(handled, 'EntryPublished.v1')?.data.noticeUntil ?? '';
      outcomes.set(entryId, { entryId, outcome: dryRun ? 'would-be-done' : 'done', revision, position, noticeUntil });
    };
    const ordered = entryIds.flatMap((entryId) => known.get(entryId) ?? []);
    const groups = Map.groupBy(ordered, ({ nominatorId }) => nominatorId);
    await groupByGroup([...groups.values()], doOne);
    return entryIds.flatMap((entryId) => outcomes.get(entryId) ?? []);
  };
