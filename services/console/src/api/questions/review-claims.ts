import { answerOf, api, type Schemas } from '../client.ts';
import { under } from '../order.ts';

/** What an officer says to colleagues about who reviews what. */
export type Claim =
  | Readonly<{ act: 'next'; count: number }>
  | Readonly<{ act: 'claim' | 'release'; entryIds: readonly string[] }>
  | Readonly<{ act: 'take-over'; entryIds: readonly string[]; why: string }>;

export const sendClaim = async (editionId: string, claim: Claim, key: string): Promise<Schemas['ClaimAnswer']> => {
  const at = { params: { path: { editionId }, header: under(key) } };
  if (claim.act === 'next')
    return answerOf(api.POST('/v1/editions/{editionId}/review-claims', { ...at, body: { next: claim.count } }));
  const entryIds = [...claim.entryIds];
  if (claim.act === 'take-over')
    return answerOf(
      api.POST('/v1/editions/{editionId}/review-claims/take-over', { ...at, body: { entryIds, why: claim.why } }),
    );
  return answerOf(
    claim.act === 'claim'
      ? api.POST('/v1/editions/{editionId}/review-claims', { ...at, body: { entryIds } })
      : api.POST('/v1/editions/{editionId}/review-claims/release', { ...at, body: { entryIds } }),
  );
};
