import { describe, expect, it } from '@jest/globals';
import { computePhase, phaseAlgorithmHash, phaseInputsHash, phaseResultHash, phaseRulesHash } from '@jiangong/scoring';
import {
  area,
  deducting,
  happened,
  inputs as listInputs,
  item,
  marked,
  source,
  tables as listTables,
} from './checklist-example.ts';
import { rule } from './outcome-tables.ts';
import { inputsOf, tablesOf, take, trimmed } from './tables.ts';

/** Stored results point at these. When one changes, the algorithm changed: raise its version and say so in its text. */
describe('what was once computed in rows', () => {
  it('is computed again', () => {
    const tables = tablesOf([take({ reduce: trimmed(), least: 3 })]);
    const inputs = inputsOf(
      {
        x1: { b: [50, 100], a: [100, 100] },
        x2: { b: [100, 150], a: [50, 50] },
        x3: { b: [4_000, 6_000], a: [0, 0] },
      },
      { seed: 'a'.repeat(64) },
    );
    const outcome = computePhase(tables, 'main', inputs);
    expect({
      result: outcome.kind === 'computed' ? phaseResultHash(outcome.result) : outcome,
      inputs: phaseInputsHash(inputs),
      rules: phaseRulesHash(tables, [rule('first', { by: 'first', count: 1 })]),
      algorithm: phaseAlgorithmHash(),
    }).toEqual({
      result: '1f1941883abc27dff5f66b36cd32a6196870e453e401bc6847460f14cbbcc36a',
      inputs: '09a4472917614645fb4540241506aec996be694decf1fa5b4a2b29c11a936354',
      rules: 'af4049dc247df975b385fb83364e44329122bced43a648bb8d62e9e457be1ab4',
      algorithm: '5fc58cf6e2a5389dc66bd27f33547c88880ded2c2ba9055dffb4af98f8e6bfd1',
    });
  });

  it('of a check-list is computed again', () => {
    const list = source([
      area('life', 400, [deducting('meetings', 300, 20), item('plan', 100)], { deductMax: 200 }),
      area('extra', 100, [
        item('city', 50, { per: 50, group: 'model' }),
        item('province', 100, { per: 100, group: 'model' }),
      ]),
    ]);
    const tables = listTables(list, { periods: 2 });
    const inputs = listInputs({
      occurrences: happened('meetings 1 4', 'meetings 2 12', 'city', 'province 2'),
      marks: marked('plan 1 self 100', 'plan 1 office 50'),
      outside: [{ sourceId: 'list', entryId: 'a', areaId: 'extra', period: 1 }],
    });
    const outcome = computePhase(tables, 'main', inputs);
    expect({
      result: outcome.kind === 'computed' ? phaseResultHash(outcome.result) : outcome,
      inputs: phaseInputsHash(inputs),
      rules: phaseRulesHash(tables, []),
      algorithm: phaseAlgorithmHash(tables.phases[0]),
    }).toEqual({
      result: 'b18acf3fec7c3ca7e077a44fef5b8bad86c7bfe0b0e1f17571cfc4bf531a0a57',
      inputs: '095f96ff8e79b431a30d7a3357608dba702845d47ec9b49420c2bc6a3d1b2ec6',
      rules: '39e7a8ea082c4992697f58a0d6bb8d5ee12997adb1660c60e898c1314e79c8e1',
      algorithm: 'b4c15b990bf084a21a02b1c71b04535d9daa10bd6c76c844814b090d2e40a69e',
    });
  });
});
