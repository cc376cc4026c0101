import type { FaultDetails } from '../faults.ts';
import type { ProblemReason } from '../problem-texts.ts';
import type { Node } from './shape.ts';
import { DECIMAL, decimalTextOf, hundredthsOf, PARAMETER, PERCENT, WHOLE } from './word-forms.ts';

export type NumberNode = Extract<Node, { kind: 'whole' | 'decimal' | 'percent' }>;

type Unreadable = Readonly<{ reason: ProblemReason; details: FaultDetails }>;

/** What the limits of a number's place look like to a person. */
export const rangeDetails = ({ kind, min, max }: NumberNode): FaultDetails => {
  if (kind === 'whole') return { min, max };
  const sign = kind === 'percent' ? '%' : '';
  return { min: `${decimalTextOf(min)}${sign}`, max: `${decimalTextOf(max)}${sign}` };
};

/** Whole numbers become numbers; decimals and percentages stay text, the shortest; `$x` stays where a parameter may stand. */
export const readNumber = (node: NumberNode, given: string): number | string | Unreadable => {
  if (node.parameter && PARAMETER.test(given)) return given;
  const details = { given: given.slice(0, 80), ...rangeDetails(node) };
  const form = { whole: WHOLE, decimal: DECIMAL, percent: PERCENT }[node.kind];
  if (!form.test(given)) {
    const reasons = { whole: 'WHOLE_MALFORMED', decimal: 'DECIMAL_MALFORMED', percent: 'PERCENT_MALFORMED' } as const;
    return { reason: reasons[node.kind], details };
  }
  const value = node.kind === 'whole' ? Number(given) : hundredthsOf(given);
  if (value < node.min || value > node.max) return { reason: 'NUMBER_OUT_OF_RANGE', details };
  if (node.kind === 'whole') return value;
  return `${decimalTextOf(value)}${node.kind === 'percent' ? '%' : ''}`;
};
