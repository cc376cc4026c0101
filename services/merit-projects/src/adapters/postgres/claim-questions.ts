import type { Ground } from '@jiangong/service-host';
import type { ClaimKnowledge, ReviewableEntry } from '../../application/claim-reviews.ts';

type Row = Omit<ReviewableEntry, 'answerable'> & Readonly<{ answerable: string }>;

/** Entries that wait for their review, of which the next ones are taken: as many as enter a round, and more. */
const AWAITING_MAX = 5_000;

const ENTRIES = `select p.entry_id as "entryId", p.nominator_id as "nominatorId", coalesce(b.path, h.path) as "organizationPath", p.answerable,
    p.standing, p.declarations as version
  from entry p left join access_organization b on b.id = p.proposer_id left join access_organization h on h.id = p.home_id
  where p.edition_id = $1 and coalesce(b.path, h.path) is not null`;

const whole = (rows: readonly Row[]): readonly ReviewableEntry[] =>
  rows.map(({ answerable, ...entry }) => ({ ...entry, answerable: JSON.parse(answerable) as string[] }));

/** What may be claimed, each with where it stands in the tree and whose matter it is. */
export const claimKnowledge = ({ rows, caughtUp }: Ground): ClaimKnowledge => ({
  reviewable: async (editionId, entryIds) => {
    const ask = () => rows.query<Row>(`${ENTRIES} and p.entry_id = any($2)`, [editionId, entryIds]);
    const found = await ask();
    // What does not stand declared here may have been declared a moment ago.
    const ready = found.filter(({ standing }) => standing === 'declared').length === entryIds.length;
    return whole(!ready && (await caughtUp()) ? await ask() : found);
  },
  awaitingReview: async (editionId) =>
    whole(
      await rows.query<Row>(`${ENTRIES} and p.standing = 'declared' order by p.position limit ${AWAITING_MAX}`, [
        editionId,
      ]),
    ),
});
