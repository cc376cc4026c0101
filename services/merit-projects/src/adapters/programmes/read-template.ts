import {
  canonicalText,
  noEdition,
  notYetPlayed,
  policyRulesOf,
  type Problem,
  readCanonical,
  ruleBookOf,
  sampleOf,
  type Template,
  templateHash,
  type Tree,
  treeOfJson,
  type Validation,
  validateProgramme,
} from '@jiangong/programmes';
import { readYaml } from '@jiangong/programmes/yaml';
import type {
  LookedAt,
  ReadTemplate,
  SampleAsked,
  TemplateFault,
  TemplateProblem,
} from '../../application/programmes.ts';

/** Of what may be many faults the first is told, with how many there are. */
export const fault = (
  reason: 'TEMPLATE_INVALID' | 'TEMPLATE_NOT_PLAYED' | 'PARAMETERS_INVALID' | 'POLICY_INVALID',
  field: string,
  problems: readonly Problem[],
): TemplateFault => {
  const [first] = problems;
  const where = first
    ? { path: first.path, line: first.line, column: first.column, problem: first.reason, zh: first.zh, en: first.en }
    : {};
  return { kind: 'fault', refusal: { reason, field, details: { ...where, problems: problems.length } } };
};

type Validated = Readonly<{ validation: Validation; tree: Tree }>;

const NO_TREE = treeOfJson('');

export const validated = (text: string): Validated => {
  // A canonical text is JSON without a space; everything else is read as YAML, of which JSON is a part.
  if (text.startsWith('{"')) return { validation: readCanonical(text), tree: NO_TREE };
  const read = readYaml(text);
  return read.kind === 'unreadable'
    ? { validation: { kind: 'refused', problems: read.problems }, tree: NO_TREE }
    : { validation: validateProgramme(read.tree), tree: read.tree };
};

const read = (template: Template): ReadTemplate => {
  const [titleZh, titleEn] = template.name;
  return {
    kind: 'template',
    templateHash: templateHash(template),
    templateId: template.id,
    titleZh,
    titleEn,
    canonicalText: canonicalText(template),
  };
};

/** YAML, or a canonical text, as it is adopted. */
export const readTemplate = (text: string): ReadTemplate | TemplateFault => {
  const { validation } = validated(text);
  if (validation.kind === 'refused') return fault('TEMPLATE_INVALID', 'template', validation.problems);
  if (validation.kind === 'policy') return fault('TEMPLATE_INVALID', 'template', []);
  return read(validation.template);
};

const told = ({ reason, path, line, column, zh, en }: Problem): TemplateProblem => ({
  ...{ reason, path, line, column, zh, en },
});

/** The same with everything that is wrong, or with what it says and what of it is not played yet. */
export const lookAtTemplate = (text: string, { year, parameters }: SampleAsked): LookedAt => {
  const { validation, tree } = validated(text);
  if (validation.kind === 'refused') return { kind: 'refused', problems: validation.problems.map(told) };
  if (validation.kind === 'policy') return { kind: 'policy', rules: policyRulesOf(validation.policy) };
  const { template } = validation;
  return {
    ...read(template),
    notYet: [...noEdition(template, tree), ...notYetPlayed(template, tree)].map(told),
    sample: sampleOf(template, year, parameters) ?? null,
    rules: ruleBookOf(template).flatMap(({ section, lines }) => lines.map((line) => ({ section, ...line }))),
  };
};
