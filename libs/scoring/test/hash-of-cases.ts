import { canonicalBytes, sha256Hex } from '@jiangong/event-store';
import { computeOutcome, computePhase, phaseInputsHash } from '@jiangong/scoring';
import { phaseCase } from '@jiangong/scoring/testing';
import { inputsOf, rule } from './outcome-tables.ts';

const CASES = 300;

/** Where this process thinks it is. */
const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();

const cases = Array.from({ length: CASES }, (_, seed) => phaseCase(seed));
const results = cases.map(({ tables, phase, inputs }) => [
  phaseInputsHash(inputs),
  sha256Hex(canonicalBytes(computePhase(tables, phase, inputs))),
]);

/** Ids that languages put in another order than their code points. */
const points = { i: 3, I1: 3, z: 2, 'a-b': 2, ab: 2, o: 1 };
const outcome = computeOutcome(
  [rule('first', { by: 'first', count: 2 }, { edge: 'body' }), rule('rest', { by: 'each' }, { notAlso: ['first'] })],
  inputsOf(points),
);

process.stdout.write(`${timeZone} ${locale}\n`);
process.stdout.write(`${sha256Hex(canonicalBytes(results))}\n`);
process.stdout.write(`${sha256Hex(canonicalBytes(outcome))}\n`);
