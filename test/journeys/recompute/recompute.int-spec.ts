import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { computePhase, type Phase, phaseInputsHash, phaseResultHash } from '@jiangong/scoring';
import { inputsHash, resultHash, tally } from '@jiangong/scoring/testing';
import { type PhaseCase, randomPhase, randomRound, type Round } from '@jiangong/scoring/testing';

const RECOMPUTE = join(import.meta.dirname, 'recompute.py');
const ROUNDS = 10_000;
/** A busy machine is no failure. */
const BUSY_MS = 600_000;
const hasPython = spawnSync('python3', ['--version']).status === 0;
const mustRun = process.env['CI'] === 'true';

const lineOf = ({ scheme, inputs }: Round): string => {
  const outcome = tally(scheme, inputs);
  if (outcome.kind === 'impossible') throw new Error(JSON.stringify(outcome.problems));
  const { result } = outcome;
  return JSON.stringify({ scheme, inputs, result, inputsHash: inputsHash(inputs), resultHash: resultHash(result) });
};

const lineOfPhase = ({ tables, phase, inputs }: PhaseCase): string => {
  const outcome = computePhase(tables, phase, inputs);
  if (outcome.kind === 'impossible') throw new Error(JSON.stringify(outcome.problems));
  if (outcome.kind === 'lacking') return JSON.stringify({ tables, phase, inputs, lacks: outcome.lacks });
  const { result } = outcome;
  const hashes = { inputsHash: phaseInputsHash(inputs), resultHash: phaseResultHash(result) };
  return JSON.stringify({ tables, inputs, result, ...hashes });
};

const recompute = (lines: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync('python3', [RECOMPUTE, '--lines'], {
    input: lines.join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return { status, stdout, stderr };
};

if (!hasPython && !mustRun) console.warn('SKIPPED: test/journeys/recompute needs python3, which this machine has not');

(hasPython || mustRun ? describe : describe.skip)('an independent recomputation in Python', () => {
  it(
    `agrees on ${ROUNDS} random rounds`,
    () => {
      expect(recompute(fc.sample(randomRound, { numRuns: ROUNDS, seed: 2021 }).map(lineOf))).toEqual({
        status: 0,
        stdout: `${ROUNDS} rounds recomputed\n`,
        stderr: '',
      });
    },
    BUSY_MS,
  );

  it(
    `agrees on ${ROUNDS} random row sets, result by result and lack by lack`,
    () => {
      const lines = fc.sample(randomPhase, { numRuns: ROUNDS, seed: 2026 }).map(lineOfPhase);
      expect(lines.filter((line) => line.includes('"lacks"')).length).toBeGreaterThan(ROUNDS / 100);
      expect(recompute(lines)).toEqual({ status: 0, stdout: `${ROUNDS} rounds recomputed\n`, stderr: '' });
    },
    BUSY_MS,
  );

  it('notices a value of a row that was changed', () => {
    const line = fc
      .sample(randomPhase, { numRuns: 50, seed: 7 })
      .map(lineOfPhase)
      .find((one) => one.includes('"result"') && one.includes('"rank":1'));
    const changed = JSON.parse(line ?? '') as { result: { entries: { rows: { numerator: string }[] }[] } };
    const [row] = changed.result.entries[0]?.rows ?? [];
    if (row !== undefined) row.numerator = '123457';
    const { status, stderr } = recompute([JSON.stringify(changed)]);
    expect(status).toBe(1);
    expect(stderr).toContain('DIFFERS round 1: entry-');
  });

  it('notices a rank that was changed', () => {
    const round = fc
      .sample(randomRound, { numRuns: 50, seed: 7 })
      .map(lineOf)
      .find((line) => line.includes('"rank":2'));
    const { status, stderr } = recompute([(round ?? '').replace('"rank":2', '"rank":1')]);
    expect(status).toBe(1);
    expect(stderr).toContain('DIFFERS round 1: entry-');
  });

  it('notices an award that does not follow, and a roll that another number of places follows from', async () => {
    const line = fc
      .sample(randomPhase, { numRuns: 200, seed: 7 })
      .map(lineOfPhase)
      .find((one) => one.includes('"rank":3,') && one.includes('"result"'));
    const { tables, inputs, result } = JSON.parse(line ?? '') as {
      tables: unknown;
      inputs: unknown;
      result: { entries: readonly { entryId: string; rank: number }[] };
    };
    const first = result.entries.filter(({ rank }) => rank === 1).map(({ entryId }) => entryId);
    const rule = {
      id: 'first',
      to: 'entry',
      among: [],
      within: 'all',
      order: [],
      edge: 'in',
      of: 'roll',
      giveWay: false,
    };
    const awards = {
      rules: [{ ...rule, pick: { by: 'first-share', share: 1_000 }, notAlso: [], needs: [], never: [] }],
      roll: [{ track: 'unit', count: 10 }],
      choices: [],
      entries: result.entries.map(({ entryId }) => ({ entryId, category: 'unit', home: entryId })),
      given: [{ rule: 'first', holders: first }],
    };
    const folder = await mkdtemp(join(tmpdir(), 'jiangong-recompute-'));
    const recomputed = async (told: object) => {
      const files = { 'scheme.json': tables, 'score-sheets.json': inputs, 'result.json': result, 'awards.json': told };
      for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), JSON.stringify(content));
      return spawnSync('python3', [RECOMPUTE, folder], { encoding: 'utf8' });
    };
    expect((await recomputed(awards)).stderr).toBe('');
    expect((await recomputed({ ...awards, roll: [{ track: 'unit', count: 9 }] })).stderr).toContain('DIFFERS first:');
    expect((await recomputed({ ...awards, given: [] })).stderr).toContain('DIFFERS first:');
    const other = { ...awards, rules: [{ ...awards.rules[0], pick: { by: 'last', count: 1 } }] };
    expect((await recomputed(other)).stdout).toContain('not recomputed: the rule first');
    await rm(folder, { recursive: true });
  });

  it('notices a choice among those whom nobody scored that is wider than planned, or of somebody else', async () => {
    const phase: Phase = {
      ...{ id: 'choice', admits: { kind: 'all' }, within: 'all', rows: [], score: '', decimals: 0 },
      rank: { on: 'rounded', better: 'higher', ties: [], then: 'shared' },
    };
    const tables = { tablesVersion: 2 as const, sources: [], phases: [phase] };
    const entries = ['a', 'b', 'c'].map((entryId) => ({
      ...{ entryId, category: entryId === 'c' ? 'person' : 'collective', home: entryId },
    }));
    const empty = { seats: [], sheets: [], recusals: [], values: [], carried: [], seed: null };
    const outcome = computePhase(tables, 'choice', { entries, ...empty });
    if (outcome.kind !== 'computed') throw new Error(outcome.kind);
    const needs = [{ query: { fact: 'entry.category' }, is: 'collective' }];
    const rule = { id: 'named', to: 'entry', among: [], within: 'all', order: [], edge: 'body', of: 'ranked' };
    const told = (...subjects: readonly string[]) => ({
      rules: [{ ...rule, pick: { by: 'choice', count: 1 }, giveWay: false, notAlso: [], needs, never: [] }],
      ...{ roll: [], entries, choices: [{ rule: 'named', subjects }], given: [{ rule: 'named', holders: subjects }] },
    });
    const folder = await mkdtemp(join(tmpdir(), 'jiangong-recompute-'));
    const recomputed = async (awards: object): Promise<string> => {
      const files = { 'scheme.json': tables, 'score-sheets.json': { entries, ...empty }, 'awards.json': awards };
      for (const [name, content] of Object.entries({ ...files, 'result.json': outcome.result }))
        await writeFile(join(folder, name), JSON.stringify(content));
      return spawnSync('python3', [RECOMPUTE, folder], { encoding: 'utf8' }).stderr;
    };
    expect(await recomputed(told('b'))).toBe('');
    expect(await recomputed(told())).toBe('');
    expect(await recomputed(told('a', 'b'))).toContain('DIFFERS named: 2 chosen, at most 1');
    expect(await recomputed(told('c'))).toContain('DIFFERS named:');
    await rm(folder, { recursive: true });
  });

  it('reads the files of an edition and holds them against the log', async () => {
    const {
      scheme,
      inputs,
      result,
      inputsHash: read,
      resultHash: computed,
    } = JSON.parse(
      fc
        .sample(randomRound, { numRuns: 50, seed: 7 })
        .map(lineOf)
        .find((line) => line.includes('"rank":2')) ?? '',
    ) as Record<string, unknown>;
    const folder = await mkdtemp(join(tmpdir(), 'jiangong-recompute-'));
    const files = { 'scheme.json': scheme, 'score-sheets.json': inputs, 'result.json': result };
    for (const [name, content] of Object.entries(files))
      await writeFile(join(folder, name), JSON.stringify(content, null, 2));
    const recomputeFolder = async (data: object) => {
      await writeFile(join(folder, 'events.jsonl'), `${JSON.stringify({ type: 'ResultComputed.v1', data })}\n`);
      return spawnSync('python3', [RECOMPUTE, folder], { encoding: 'utf8' });
    };
    const fine = await recomputeFolder({ inputsHash: read, resultHash: computed });
    expect([fine.status, fine.stderr]).toEqual([0, '']);
    expect(fine.stdout).toContain(`resultHash ${String(computed)}`);
    expect((await recomputeFolder({ inputsHash: 'f'.repeat(64), resultHash: computed })).stderr).toContain(
      'from other sheets',
    );
    expect((await recomputeFolder({ inputsHash: read, resultHash: 'f'.repeat(64) })).status).toBe(1);
    await rm(folder, { recursive: true });
  });
});
