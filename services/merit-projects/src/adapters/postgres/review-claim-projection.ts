import type { Projection } from '@jiangong/read-models';
import { REVIEW_CLAIM_STREAMS } from '../../application/streams.ts';
import type { ReviewClaimFact } from '../../domain/review-claims/facts.ts';
import { upcastClaim } from '../../domain/review-claims/upcast-claims.ts';

/** Who is reviewing what: the last claim of each entry. Whether it counts, whoever asks sees by the moment (`liveClaimSql`). */
export const reviewClaimProjection: Projection = {
  name: 'review-claims',
  version: 1,
  tables: `
    create table if not exists review_claim (
      entry_id text primary key,
      edition_id text not null,
      version integer not null,
      claimed_by text not null,
      until_at text not null
    );`,
  tableNames: ['review_claim'],
  source: { kind: 'log', streamPrefixes: [REVIEW_CLAIM_STREAMS] },
  apply: async (rows, { type, data }) => {
    const fact = upcastClaim({ type, data }) as ReviewClaimFact;
    const { entryId, editionId } = fact.data;
    if (fact.type === 'ReviewClaimReleased.v2')
      return rows.write('delete from review_claim where entry_id = $1', [entryId]);
    const { version, claimedBy, until } = fact.data;
    return rows.write(
      `insert into review_claim (entry_id, edition_id, version, claimed_by, until_at) values ($1, $2, $3, $4, $5)
       on conflict (entry_id) do update set version = $3, claimed_by = $4, until_at = $5`,
      [entryId, editionId, version, claimedBy, until],
    );
  },
};

/** The claim `c` counts at a moment: the version of the entry `p` that it is of waits for its review still. As `heldClaim` has it. */
export const liveClaimSql = (now: string): string =>
  `c.entry_id = p.entry_id and c.version = p.declarations and c.until_at > ${now} and p.standing = 'declared'`;
