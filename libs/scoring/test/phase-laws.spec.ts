import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalBytes, sha256Hex } from '@jiangong/event-store';
import {
  computePhase,
  type Phase,
  phaseInputsHash,
  type PhaseInputs,
  type PhaseResult,
  type PhaseTables,
  validatePhases,
} from '@jiangong/scoring';
import { type PhaseCase, phaseInputsOf, randomPhase, randomRound, rowsOfScheme } from '@jiangong/scoring/testing';

const RUNS = { numRuns: 400 } as const;

const resultOf = ({ tables, phase, inputs }: PhaseCase): PhaseResult | undefined => {
  const outcome = computePhase(tables, phase, inputs);
  if (outcome.kind === 'impossible') throw new Error(JSON.stringify(outcome.problems));
  return outcome.kind === 'computed' ? outcome.result : undefined;
};
const turned = (inputs: PhaseInputs): PhaseInputs => ({
  entries: inputs.entries.toReversed(),
  seats: inputs.seats
    .toReversed()
    .map((seat) => (seat.entryIds ? { ...seat, entryIds: seat.entryIds.toReversed() } : seat)),
  sheets: inputs.sheets.toReversed().map((sheet) => ({ ...sheet, scores: sheet.scores.toReversed() })),
  recusals: inputs.recusals.toReversed(),
  values: inputs.values.toReversed(),
  carried: inputs.carried.toReversed(),
  ...(inputs.ballots === undefined ? {} : { ballots: inputs.ballots.toReversed() }),
  ...(inputs.bonuses === undefined ? {} : { bonuses: inputs.bonuses.toReversed() }),
  ...(inputs.checks === undefined
    ? {}
    : {
        checks: {
          occurrences: inputs.checks.occurrences.toReversed(),
          marks: inputs.checks.marks.toReversed(),
          own: inputs.checks.own.toReversed(),
          outside: inputs.checks.outside.toReversed(),
        },
      }),
  seed: inputs.seed,
});
const valueOf = (result: PhaseResult | undefined, entryId: string) => {
  const found = result?.entries.find((entry) => entry.entryId === entryId);
  return found && { numerator: BigInt(found.numerator), denominator: BigInt(found.denominator), rank: found.rank };
};

describe('laws of a result in rows', () => {
  it('the order of the inputs never matters, to the byte', () => {
    fc.assert(
      fc.property(randomPhase, ({ tables, phase, inputs }) => {
        const [one, other] = [inputs, turned(inputs)].map((given) => computePhase(tables, phase, given));
        expect(canonicalBytes(other).equals(canonicalBytes(one))).toBe(true);
        expect(phaseInputsHash(turned(inputs))).toBe(phaseInputsHash(inputs));
      }),
      RUNS,
    );
  });

  it('the inputs’ hash is that of their RFC 8785 form, and no input is without effect on it', () => {
    const by =
      (...keys: readonly string[]) =>
      (a: object, b: object): number => {
        const [left = [], right = []] = [a, b].map((one) =>
          keys.map((key) => (one as Record<string, string | number>)[key] ?? ''),
        );
        const at = left.findIndex((value, index) => value !== right[index]);
        return at === -1 ? 0 : (left[at] as number) < (right[at] as number) ? -1 : 1;
      };
    fc.assert(
      fc.property(randomPhase, ({ inputs }) => {
        const sorted = {
          version: 2,
          seed: inputs.seed,
          entries: inputs.entries.toSorted(by('entryId')),
          seats: inputs.seats
            .map((seat) => (seat.entryIds ? { ...seat, entryIds: seat.entryIds.toSorted() } : seat))
            .sort(by('sourceId', 'seatId')),
          sheets: inputs.sheets
            .map((sheet) => ({ ...sheet, scores: sheet.scores.toSorted(by('entryId')) }))
            .sort(by('sourceId', 'seatId', 'part')),
          recusals: inputs.recusals.toSorted(by('who', 'id', 'entryId')),
          values: inputs.values.toSorted(by('sourceId', 'entryId', 'attempt')),
          carried: inputs.carried.toSorted(by('phase', 'entryId', 'period')),
          ...(inputs.ballots === undefined ? {} : { ballots: inputs.ballots.toSorted(by('sourceId', 'entryId')) }),
          ...(inputs.bonuses === undefined ? {} : { bonuses: inputs.bonuses.toSorted(by('sourceId', 'claimId')) }),
          ...(inputs.checks === undefined
            ? {}
            : {
                checkMarks: inputs.checks.marks.toSorted(
                  by('sourceId', 'entryId', 'itemId', 'period', 'by', 'officeId'),
                ),
                checkOccurrences: inputs.checks.occurrences.toSorted(by('sourceId', 'occurrenceId')),
                checkOutside: inputs.checks.outside.toSorted(by('sourceId', 'entryId', 'areaId', 'period')),
                checkOwn: inputs.checks.own.toSorted(by('sourceId', 'entryId', 'itemId')),
              }),
        };
        const hash = sha256Hex(canonicalBytes(sorted));
        expect(phaseInputsHash(inputs)).toBe(hash);
        expect(phaseInputsHash({ ...inputs, seed: '0'.repeat(64) })).not.toBe(hash);
        expect(phaseInputsHash({ ...inputs, entries: inputs.entries.slice(1) })).not.toBe(hash);
      }),
      RUNS,
    );
  });

  it('every random table is one that validatePhases lets pass, unchanged', () => {
    fc.assert(
      fc.property(randomPhase, ({ tables }) => {
        expect(validatePhases(JSON.parse(JSON.stringify(tables)))).toEqual({ kind: 'valid', value: tables });
      }),
      RUNS,
    );
  });

  it('every entry is ranked or unranked, once; ranks count up as places do within a class', () => {
    fc.assert(
      fc.property(randomPhase, (made) => {
        const result = resultOf(made);
        if (result === undefined) return;
        const ids = [...result.entries, ...result.unranked].map(({ entryId }) => entryId);
        expect(ids.toSorted()).toEqual(made.inputs.entries.map(({ entryId }) => entryId).sort());
        for (const within of new Set(result.entries.map((entry) => entry.within))) {
          const own = result.entries.filter((entry) => entry.within === within);
          own.forEach(({ rank, tie }, at) => {
            const shared = at > 0 && own[at - 1]?.rank === rank;
            expect(shared || rank === at + 1).toBe(true);
            if (shared) expect(['shared', 'body']).toContain(tie?.settledBy);
          });
        }
      }),
      RUNS,
    );
  });

  it('a higher mark never lowers an entry, where marks are weighed and recused ones go first', () => {
    fc.assert(
      fc.property(randomRound, fc.nat(), ({ scheme, inputs }, pick) => {
        const tables = rowsOfScheme(scheme);
        const given = phaseInputsOf(scheme, inputs);
        const entryId = inputs.entries[pick % inputs.entries.length] as string;
        const raised: PhaseInputs = {
          ...given,
          sheets: given.sheets.map((sheet, at) => ({
            ...sheet,
            scores: sheet.scores.map((score) =>
              at === pick % given.sheets.length && score.entryId === entryId
                ? { ...score, marks: scheme.criteria.map(({ pointsMax }) => pointsMax) }
                : score,
            ),
          })),
        };
        if (scheme.groups.some(({ trimming }) => trimming === 'before-recusal')) return;
        const [before, after] = [given, raised].map((one) =>
          valueOf(resultOf({ tables, phase: 'main', inputs: one }), entryId),
        );
        if (before === undefined || after === undefined) return;
        expect(after.numerator * before.denominator >= before.numerator * after.denominator).toBe(true);
        if (scheme.ties.breakers.length === 0) expect(after.rank).toBeLessThanOrEqual(before.rank);
      }),
      RUNS,
    );
  });

  it('a recused seat without a sheet changes nothing, whatever the rows say of missing sheets', () => {
    fc.assert(
      fc.property(randomPhase, (made) => {
        const [source] = made.tables.sources;
        if (source?.kind !== 'panel') return;
        const ghost = { sourceId: source.id, seatId: 'ghost' };
        const recusals = made.inputs.entries.map(({ entryId }) => ({ who: 'seat' as const, id: 'ghost', entryId }));
        const haunted = {
          ...made,
          inputs: {
            ...made.inputs,
            seats: [...made.inputs.seats, ghost],
            recusals: [...made.inputs.recusals, ...recusals],
          },
        };
        const brief = (result: PhaseResult | undefined) =>
          result?.entries.map(({ entryId, rank, numerator, denominator }) => ({
            entryId,
            rank,
            numerator,
            denominator,
          }));
        expect(brief(resultOf(haunted))).toEqual(brief(resultOf(made)));
      }),
      RUNS,
    );
  });

  it('a result is its rows’: an unread row changes no rank', () => {
    fc.assert(
      fc.property(randomPhase, (made) => {
        const [earlier, phase] = made.tables.phases as readonly [Phase, Phase];
        const idle = { id: 'idle', absent: 'unranked', op: 'mean', of: [phase.score] } as const;
        const tables: PhaseTables = { ...made.tables, phases: [earlier, { ...phase, rows: [...phase.rows, idle] }] };
        const ranks = (one: PhaseCase) => resultOf(one)?.entries.map(({ entryId, rank }) => `${rank} ${entryId}`);
        expect(ranks({ ...made, tables })).toEqual(ranks(made));
      }),
      RUNS,
    );
  });
});
