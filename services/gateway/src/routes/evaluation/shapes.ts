import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { formed, id, prose } from '../fields.ts';

export const service = 'evaluation' as const;
export const tags = ['evaluation'];

const REASON_CHARS_MAX = 1_000;
/** The largest export that is unpacked. */
const UNPACKED_BYTES_MAX = 64_000_000;

export const roundParams = z.strictObject({ roundId: id() });
export const reason = prose(REASON_CHARS_MAX);
/** An id of the template: of a source, a criterion. */
export const schemeWord = formed(/^[0-9a-z][0-9a-z-]{0,63}$/u, 'scheme-word');

/** JSON that the service itself validates, problem by problem with its path. */
export const servedJson = (description: string) => z.looseObject({}).meta({ description });

export const unpacked = (gzip: Uint8Array): Record<string, unknown> =>
  JSON.parse(gunzipSync(gzip, { maxOutputLength: UNPACKED_BYTES_MAX }).toString('utf8')) as Record<string, unknown>;

export const parsed = (json: string): Record<string, unknown> => JSON.parse(json) as Record<string, unknown>;

/** What was given for one criterion. */
export const marks = z.object({ criterionId: z.string(), mark: z.number().int() });

export const round = z
  .object({
    roundId: z.string(),
    editionId: z.string(),
    committeeId: z.string(),
    phase: z.string(),
    period: z.string(),
    ordinal: z.number().int(),
    status: z.string().meta({ description: 'prepared, open, closed, tallied, decided, commended or annulled' }),
    entries: z.number().int(),
    sources: z.array(
      z.object({
        sourceId: z.string(),
        vote: z.string().meta({ description: 'person or organization: who has one vote' }),
        seats: z.number().int(),
        submitted: z.number().int(),
      }),
    ),
    rulesHash: z.string(),
    closing: z.number().int(),
    closesAt: z.string(),
    lastIndex: z.number().int(),
    unsealed: z.boolean(),
    outdated: z.boolean(),
    proposals: z.number().int(),
    documentNumber: z.string(),
    revision: z.number().int(),
  })
  .meta({ id: 'Round' });

export const tally = z
  .object({
    rulesHash: z.string(),
    inputsHash: z.string(),
    algorithmHash: z.string(),
    resultHash: z.string(),
    decimals: z.number().int(),
    ranking: z.array(z.object({ entryId: z.string(), rank: z.number().int(), score: z.number().int() })),
    absent: z.array(z.object({ entryId: z.string(), reason: z.string() })),
    excluded: z
      .array(
        z.object({
          seatId: z.string(),
          personId: z.string(),
          closing: z.number().int(),
          why: z.string().meta({ description: 'after-closing, vacated or replaced' }),
        }),
      )
      .meta({ description: 'Submitted sheets that do not count' }),
    computedAt: z.string(),
    closing: z.number().int(),
    predecessor: z.string().meta({ description: 'The result before; empty for the first' }),
    because: z.array(z.object({ change: z.string(), proposalId: z.string() })),
  })
  .meta({ id: 'Tally' });

/** A part of an answer that the service always gives. Its absence is a bug of the service. */
export const present = <T>(part: T | undefined, what: string): T => {
  if (part === undefined) throw new Error(`the service answered without ${what}`);
  return part;
};

type Tallied = Readonly<{
  ranking: readonly object[];
  absent: readonly object[];
  excluded: readonly object[];
  because: readonly object[];
}>;

/** A result of a message, as plain lists. */
export const tallyOut = <T extends Tallied>(given: T) => ({
  ...given,
  ranking: given.ranking.map((ranked) => ({ ...ranked }) as T['ranking'][number]),
  absent: given.absent.map((one) => ({ ...one }) as T['absent'][number]),
  excluded: given.excluded.map((one) => ({ ...one }) as T['excluded'][number]),
  because: given.because.map((one) => ({ ...one }) as T['because'][number]),
});
