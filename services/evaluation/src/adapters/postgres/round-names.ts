import type { RoundName } from '@jiangong/contracts/jiangong/evaluation/v1/rounds';
import type { Rows } from '@jiangong/read-models';
import { namingNameOf, roundNameOf, type RoundNamed } from '../../domain/round/round-name.ts';

/** Rounds named in one question. */
export const NAMES_MAX = 1_000;

type Named<T> = T & Readonly<{ roundId: string }>;

const rounds = async (rows: Rows, roundIds: readonly string[]): Promise<readonly RoundName[]> => {
  const found = await rows.query<Named<RoundNamed>>(
    `select r.round_id as "roundId", e.title_zh as "editionZh", e.title_en as "editionEn", r.phase, r.phase_zh as "phaseZh",
       r.phase_en as "phaseEn", r.period, r.ordinal, r.phases,
       r.filled_by as "filledBy"
     from round r join edition e on e.edition_id = r.edition_id where r.round_id = any($1::text[]) order by r.round_id`,
    [roundIds],
  );
  return found.map(({ roundId, ...named }) => {
    const { zh: titleZh, en: titleEn } = roundNameOf(named);
    return { roundId, titleZh, titleEn };
  });
};

const namings = async (rows: Rows, roundIds: readonly string[]): Promise<readonly RoundName[]> => {
  const found = await rows.query<Named<Pick<RoundNamed, 'editionZh' | 'editionEn'>>>(
    `select distinct on (n.round_id) n.round_id as "roundId", e.title_zh as "editionZh", e.title_en as "editionEn"
     from naming n join edition e on e.series_id = n.series_id where n.round_id = any($1::text[])
     order by n.round_id, e.year desc, e.edition_id`,
    [roundIds],
  );
  return found.map(({ roundId, ...named }) => {
    const { zh: titleZh, en: titleEn } = namingNameOf(named);
    return { roundId, titleZh, titleEn };
  });
};

/** A part is called after its round, and its unit. */
const parts = async (rows: Rows, partIds: readonly string[]): Promise<readonly RoundName[]> => {
  const found = await rows.query<Readonly<{ partId: string; roundId: string; zh: string; en: string }>>(
    `select p.part_id as "partId", p.round_id as "roundId", coalesce(n.name_zh, '') as zh, coalesce(nullif(n.name_en, ''), n.name_zh, '') as en
     from round_part p left join organization_name n on n.organization_id = p.unit_id where p.part_id = any($1::text[]) order by p.part_id`,
    [partIds],
  );
  const named = new Map(
    (
      await rounds(
        rows,
        found.map(({ roundId }) => roundId),
      )
    ).map((name) => [name.roundId, name]),
  );
  return found.flatMap(({ partId, roundId, zh, en }) => {
    const name = named.get(roundId);
    if (name === undefined) return [];
    return [{ roundId: partId, titleZh: `${name.titleZh} · ${zh}`, titleEn: `${name.titleEn} · ${en}` }];
  });
};

/** What rounds, their parts, and namings over several editions, are called now: after editions' titles as last amended. */
export const roundNames = async (rows: Rows, roundIds: readonly string[]): Promise<readonly RoundName[]> =>
  (await Promise.all([rounds(rows, roundIds), parts(rows, roundIds), namings(rows, roundIds)])).flat();
