import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { formed, id, line, prose } from '../fields.ts';

export const service = 'evaluation' as const;
export const tags = ['evaluation'];

const REASON_CHARS_MAX = 1_000;
const NUMBER_CHARS_MAX = 100;
const PRESENT_MAX = 100;
/** The largest export that is unpacked. */
const UNPACKED_BYTES_MAX = 64_000_000;

export const roundParams = z.strictObject({ roundId: id() });
export const reason = prose(REASON_CHARS_MAX);
export const numberOfDocument = line(NUMBER_CHARS_MAX);
/** An id of the scheme or the plan: of a group, a criterion, a grade. */
export const schemeWord = formed(/^[0-9a-z][0-9a-z-]{0,63}$/u, 'scheme-word');

/** The meeting that decided, as the fields of an order. */
export const meetingFields = {
  minutesNumber: numberOfDocument,
  heldOn: z.iso.date(),
  present: z.array(id()).max(PRESENT_MAX),
};

/** JSON that the service itself validates, problem by problem with its path. */
export const servedJson = (description: string) => z.looseObject({}).meta({ description });

export const unpacked = (gzip: Uint8Array): Record<string, unknown> =>
  JSON.parse(gunzipSync(gzip, { maxOutputLength: UNPACKED_BYTES_MAX }).toString('utf8')) as Record<string, unknown>;

export const parsed = (json: string): Record<string, unknown> => JSON.parse(json) as Record<string, unknown>;

export const points = z.object({ criterionId: z.string(), hundredths: z.number().int() });

export const round = z
  .object({
    roundId: z.string(),
    editionId: z.string(),
    committeeId: z.string(),
    schemeId: z.string(),
    phase: z.string().meta({ description: 'prepared, open, closed, tallied, decided or commended' }),
    entries: z.number().int(),
    groups: z.array(
      z.object({
        groupId: z.string(),
        nameZh: z.string(),
        nameEn: z.string(),
        weight: z.number().int().meta({ description: 'In basis points' }),
        evaluators: z.number().int(),
        submitted: z.number().int(),
      }),
    ),
    rulesHash: z.string(),
    lastIndex: z.number().int(),
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
    unranked: z.array(z.string()),
    excluded: z.array(z.string()).meta({ description: 'People whose sheet did not count' }),
    computedAt: z.string(),
  })
  .meta({ id: 'Tally' });

export const awards = z
  .object({
    entries: z.array(
      z.object({
        entryId: z.string(),
        unitId: z.string(),
        title: z.string(),
        award: z.string(),
        grade: z.string(),
        gradeZh: z.string(),
        gradeEn: z.string(),
        rank: z.number().int(),
      }),
    ),
    leaders: z.array(z.object({ personId: z.string(), entryId: z.string() })),
    organizations: z.array(
      z.object({
        organizationId: z.string(),
        award: z.string(),
        place: z.number().int(),
        declared: z.number().int(),
        awarded: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'Awards' });

export const meeting = z
  .object({ minutesNumber: z.string(), heldOn: z.string(), present: z.array(z.string()) })
  .meta({ id: 'Meeting' });

export const departure = z.object({ entryId: z.string(), grade: z.string(), reason: z.string() });

/** A part of an answer that the service always gives. Its absence is a bug of the service. */
export const present = <T>(part: T | undefined, what: string): T => {
  if (part === undefined) throw new Error(`the service answered without ${what}`);
  return part;
};

type Tallied = Readonly<{ ranking: readonly object[]; unranked: readonly string[]; excluded: readonly string[] }>;

/** A tally of a message, as plain lists. */
export const tallyOut = <T extends Tallied>(given: T) => ({
  ...given,
  ranking: given.ranking.map((ranked) => ({ ...ranked }) as T['ranking'][number]),
  unranked: [...given.unranked],
  excluded: [...given.excluded],
});

type Awarded = Readonly<{ entries: readonly object[]; leaders: readonly object[]; organizations: readonly object[] }>;

export const awardsOut = <T extends Awarded>(given: T) => ({
  entries: given.entries.map((one) => ({ ...one }) as T['entries'][number]),
  leaders: given.leaders.map((one) => ({ ...one }) as T['leaders'][number]),
  organizations: given.organizations.map((one) => ({ ...one }) as T['organizations'][number]),
});
