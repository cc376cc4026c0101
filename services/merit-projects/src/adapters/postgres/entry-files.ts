import type { EntryFile, FileDestruction } from '@jiangong/contracts/jiangong/merit_projects/v1/files';
import type { KeyVault } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import { type Ground, lookAgain } from '@jiangong/service-host';
import type { EvidenceKnowledge } from '../../application/evidence-files.ts';
import type { EvidenceFile } from './entry-reading.ts';
import { openProse, textOf } from './kept-prose.ts';

type DestructionRow = Readonly<{ proposalId: string; proposalEntry: string; proposedAt: string; destroyedAt: string }>;

/** That a file is gone stands wherever it is named; that it is to go, where that was proposed. */
const destructionOf = (
  entryId: string,
  { proposalId, proposalEntry, proposedAt, destroyedAt }: DestructionRow,
): FileDestruction | undefined => {
  if (destroyedAt !== '') return { state: 'destroyed', proposalId: '', proposedAt: '', destroyedAt };
  return proposalEntry === entryId ? { state: 'proposed', proposalId, proposedAt, destroyedAt } : undefined;
};

type UseRow = Readonly<{ sha256: string; used_in: string; part_id: string }>;

/**
 * The files of an entry, the one added first before the others. Bounded by the rule book: 100 reports, 20 milestones and its declarations
 * name at most 20 files each.
 */
export const filesOf = async (rows: Rows, privacy: KeyVault, entryId: string): Promise<readonly EntryFile[]> => {
  const [found, uses] = await Promise.all([
    rows.query<
      Omit<EntryFile, 'caption' | 'uses' | 'destruction'> & DestructionRow & { stream: string; prose: string }
    >(
      `select e.sha256, f.media_type as "mediaType", f.bytes, e.kind, e.named_at as "addedAt", e.named_by as "addedBy", e.stream, e.prose,
         f.proposal_id as "proposalId", f.proposal_entry as "proposalEntry", f.proposed_at as "proposedAt", f.destroyed_at as "destroyedAt"
       from entry_file e join evidence_file f on f.sha256 = e.sha256 where e.entry_id = $1 order by e.position, e.sha256`,
      [entryId],
    ),
    rows.query<UseRow>('select sha256, used_in, part_id from entry_file_use where entry_id = $1 order by position', [
      entryId,
    ]),
  ]);
  const captions = await openProse(
    privacy,
    found.map(({ stream, prose }) => (prose === '' ? null : { stream, prose, type: 'EvidenceDescribed.v1' })),
  );
  return found.map(({ sha256, mediaType, bytes, kind, addedAt, addedBy, ...row }, index) => ({
    ...{ sha256, mediaType, bytes, kind, addedAt, addedBy, destruction: destructionOf(entryId, row) },
    caption: textOf(captions[index], 'caption'),
    uses: uses
      .filter((use) => use.sha256 === sha256)
      .map(({ used_in: usedIn, part_id: partId }) => ({ usedIn, partId })),
  }));
};

/** Who may name a file, and whether an order of the entry has, asked of read models that have caught up where they say no. */
export const evidenceKnowledge = (ground: Ground): EvidenceKnowledge => ({
  nameable: async (evidence, { entryId, personId, organizationId }) => {
    const found = await lookAgain(
      ground,
      () =>
        ground.rows.query<{ sha256: string }>(
          `select n.sha256 from unnest($1::text[]) as n (sha256)
           where exists (select 1 from evidence_adder a where a.sha256 = n.sha256 and a.person_id = $2)
              or exists (select 1 from entry_file f join entry e on e.entry_id = f.entry_id
                         where f.sha256 = n.sha256 and (e.entry_id = $3 or $4 <> '' and $4 in (e.nominator_id, e.home_id, e.proposer_id)))`,
          [evidence, personId, entryId, organizationId],
        ),
      (seen) => new Set(seen.map(({ sha256 }) => sha256)).size === new Set(evidence).size,
    );
    return new Set(found.map(({ sha256 }) => sha256));
  },
  namesFile: async (entryId, sha256) => {
    const found = await lookAgain(ground, async () => {
      const named = await ground.rows.query(
        `select 1 from entry_file where entry_id = $1 and sha256 = $2
         union all select 1 from entry_judged_file where entry_id = $1 and sha256 = $2`,
        [entryId, sha256],
      );
      return named.length > 0 ? true : undefined;
    });
    return found ?? false;
  },
});

/** A file that one of these persons has added, asked of a read model that has caught up where it says no; undefined: none of them has. */
export const addedFile = async (
  ground: Ground,
  sha256: string,
  personIds: readonly string[],
): Promise<EvidenceFile | undefined> =>
  lookAgain(ground, async () => {
    const [found] = await ground.rows.query<EvidenceFile>(
      `select f.media_type as "mediaType", f.bytes, f.destroyed_at as "destroyedAt" from evidence_file f
       where f.sha256 = $1 and exists (select 1 from evidence_adder a where a.sha256 = f.sha256 and a.person_id = any($2))`,
      [sha256, personIds],
    );
    return found;
  });
