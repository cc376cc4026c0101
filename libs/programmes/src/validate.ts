import { canonicalBytes, sha256Hex } from '@jiangong/event-store';
import type { Checked } from './checks/checked.ts';
import { checkOutcome } from './checks/outcome.ts';
import { checkPolicy } from './checks/policy.ts';
import { checkResult } from './checks/result.ts';
import { checkSources } from './checks/sources.ts';
import { checkStages } from './checks/stages.ts';
import { checkSurroundings } from './checks/surroundings.ts';
import { Faults, type Problem, problemsOf } from './faults.ts';
import { checkParameters, withParameters } from './parameters.ts';
import { readShape, UNREAD } from './shape/read-shape.ts';
import type { CalendarYear } from './stage-windows.ts';
import { POLICY, type Policy } from './template/policy.ts';
import { TEMPLATE, type Template } from './template/template.ts';
import { tooLarge } from './text-size.ts';
import { NOWHERE, type Tree, treeOfJson } from './tree.ts';

export type ValidProgramme =
  | Readonly<{ kind: 'template'; template: Template }>
  | Readonly<{ kind: 'policy'; policy: Policy }>;
export type Validation = ValidProgramme | Readonly<{ kind: 'refused'; problems: readonly Problem[] }>;

const refused = (tree: Tree, faults: Faults): Validation => ({
  kind: 'refused',
  problems: problemsOf(tree, faults.all),
});

/** What would not work in a template whose shape is right and whose parameters were replaced. */
export const checkWorking = (checked: Checked): void => {
  checkStages(checked);
  checkSources(checked);
  checkResult(checked);
  checkOutcome(checked);
  checkSurroundings(checked);
};

/**
 * Reads and judges what was written: a template or a policy with every default filled in, or everything that is wrong with
 * it. What can not work is not looked for before the shape is right. With a year, gaps are checked by its working days.
 */
export const validateProgramme = (tree: Tree, year?: CalendarYear): Validation => {
  const faults = new Faults();
  if (tree.kind === 'map' && tree.entries.some(({ key }) => key === 'policy')) {
    const policy = readShape(POLICY, { tree, path: [], faults }) as Policy | typeof UNREAD;
    if (policy === UNREAD || faults.all.length > 0) return refused(tree, faults);
    checkPolicy(policy, faults);
    return faults.all.length > 0 ? refused(tree, faults) : { kind: 'policy', policy };
  }
  const template = readShape(TEMPLATE, { tree, path: [], faults }) as Template | typeof UNREAD;
  if (template === UNREAD || faults.all.length > 0) return refused(tree, faults);
  checkParameters(template, faults);
  if (faults.all.length === 0) checkWorking({ template: withParameters(template, {}), faults, year, gaps: true });
  return faults.all.length > 0 ? refused(tree, faults) : { kind: 'template', template };
};

/** RFC 8785 form of the default-filled template (or policy), its schema's version within. Reading it back gives the same. */
export const canonicalText = (programme: Template | Policy): string => canonicalBytes(programme).toString('utf8');

/** SHA-256 of the canonical text, lower-case hex: the template's identity. */
export const templateHash = (programme: Template | Policy): string => sha256Hex(canonicalBytes(programme));

/** Reads a canonical text, which must be exactly what its template's is. Its problems have paths, but no lines. */
export const readCanonical = (text: string): Validation => {
  const faults = new Faults();
  const top: Tree = { ...NOWHERE, kind: 'text', text: '' };
  const size = tooLarge(text);
  if (size) {
    faults.add('TEMPLATE_TOO_LARGE', [], size);
    return refused(top, faults);
  }
  const json = parsed(text);
  const validation = json === undefined ? undefined : validateProgramme(treeOfJson(json));
  if (validation?.kind === 'refused') return validation;
  if (validation && canonicalText(validation.kind === 'template' ? validation.template : validation.policy) === text)
    return validation;
  faults.add('NOT_CANONICAL', []);
  return refused(top, faults);
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
