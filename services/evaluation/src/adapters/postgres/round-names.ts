import type { RoundName } from '@jiangong/contracts/jiangong/evaluation/v1/rounds';
import type { Rows } from '@jiangong/read-models';
import { roundNameOf, type RoundNamed } from '../../domain/round/round-name.ts';

/** Rounds named in one question. */
export const NAMES_MAX = 1_000;

/** What rounds are called now: their edition's title as last amended. */
export const roundNames = async (rows: Rows, roundIds: readonly string[]): Promise<readonly RoundName[]> => {
  const found = await rows.query<RoundNamed & Readonly<{ roundId: string }>>(
    `select r.round_id as "roundId", e.title_zh as "editionZh", e.title_en as "editionEn", r.phase, r.period, r.ordinal, r.phases
     from round r join edition e on e.edition_id = r.edition_id where r.round_id = any($1::text[]) order by r.round_id`,
    [roundIds],
  );
  return found.map(({ roundId, ...named }) => {
    const { zh: titleZh, en: titleEn } = roundNameOf(named);
    return { roundId, titleZh, titleEn };
  });
};
