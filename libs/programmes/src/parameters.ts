import { Faults } from './faults.ts';
import { type NumberNode, rangeDetails, readNumber } from './shape/read-number.ts';
import { hundredthsOf, PARAMETER, wordForms } from './shape/word-forms.ts';
import { type Leaf, walkShape } from './shape/walk-shape.ts';
import { type ParameterRule, TEMPLATE, type Template } from './template/template.ts';

/** What an edition sets: the parameter's name and its value as text (`8`, `0.5`, `30%`). Left out: the template's value. */
export type ParameterValues = Readonly<Record<string, string>>;

const isNumberNode = (node: Leaf['node']): node is NumberNode =>
  node.kind === 'whole' || node.kind === 'decimal' || node.kind === 'percent';

/** The parameter's name that a leaf stands for; in `$memberQuota members` it is a part of the leaf. */
const parameterIn = ({ node, value }: Leaf): string | undefined => {
  if (typeof value !== 'string' || !value.startsWith('$')) return undefined;
  const mayStandHere =
    (isNumberNode(node) && node.parameter) ||
    (node.kind === 'word' && (node.form === 'value' || node.form === 'ratio'));
  return mayStandHere ? value.slice(1).split(' ')[0] : undefined;
};

const CONSTANT = new RegExp(wordForms.constant.pattern, 'u');

const isPercent = (value: string): boolean => value.endsWith('%');

const withinLimits = ({ from, to, oneOf }: ParameterRule, value: string): boolean => {
  const size = hundredthsOf(value);
  if (oneOf) return oneOf.includes(value);
  return (from === undefined || size >= hundredthsOf(from)) && (to === undefined || size <= hundredthsOf(to));
};

/** Every value that the rule admits at an end of its range, and the rule's own. */
const extremesOf = ({ value, from, to, oneOf }: ParameterRule): readonly string[] =>
  [value, from, to, ...(oneOf ?? [])].filter((one) => one !== undefined);

const checkRule = (name: string, rule: ParameterRule, faults: Faults): void => {
  const { value, from, to, oneOf } = rule;
  const path = ['parameters', name];
  const given = { given: name };
  const limits = extremesOf(rule).slice(1);
  if (limits.some((limit) => isPercent(limit) !== isPercent(value)))
    faults.add('PARAMETER_KIND', path, { ...given, kind: isPercent(value) ? '%' : 'number' });
  else if ((from !== undefined && to !== undefined && hundredthsOf(from) > hundredthsOf(to)) || (oneOf && (from ?? to)))
    faults.add('PARAMETER_LIMITS_REVERSED', path, given);
  else if (!withinLimits(rule, value)) faults.add('PARAMETER_OUT_OF_LIMITS', [...path, 'value'], given);
};

const checkPlace = (leaf: Leaf, name: string, rule: ParameterRule, faults: Faults): void => {
  const { node, path } = leaf;
  const given = { given: name };
  if (node.kind === 'word') {
    if (node.form === 'ratio' && extremesOf(rule).some((value) => !/^[1-9][0-9]{0,4}$/.test(value)))
      faults.add('PARAMETER_KIND', path, { ...given, kind: 'whole' });
    return;
  }
  if (!isNumberNode(node)) return;
  for (const value of extremesOf(rule)) {
    const read = readNumber(node, value);
    if (typeof read !== 'object') continue;
    if (read.reason === 'NUMBER_OUT_OF_RANGE')
      faults.add('PARAMETER_BEYOND_PLACE', path, { ...given, ...rangeDetails(node) });
    else faults.add('PARAMETER_KIND', path, { ...given, kind: node.kind });
    return;
  }
};

/** Every parameter that is named exists and is used; its value and limits fit together and fit every place where it stands. */
export const checkParameters = (template: Template, faults: Faults): void => {
  const used = new Set<string>();
  for (const [name, rule] of Object.entries(template.parameters)) checkRule(name, rule, faults);
  walkShape(TEMPLATE, template, (leaf) => {
    const name = parameterIn(leaf);
    if (name === undefined) return leaf.value;
    const rule = Object.hasOwn(template.parameters, name) ? template.parameters[name] : undefined;
    used.add(name);
    if (rule) checkPlace(leaf, name, rule, faults);
    else faults.add('PARAMETER_UNKNOWN', leaf.path, { given: name });
    return leaf.value;
  });
  for (const name of Object.keys(template.parameters))
    if (!used.has(name)) faults.add('PARAMETER_UNUSED', ['parameters', name], { given: name }, 'key');
};

/** What an edition may not set: paths lead into the parameters given. */
export const checkValues = (template: Template, values: ParameterValues, faults: Faults): void => {
  for (const [name, value] of Object.entries(values)) {
    const rule = Object.hasOwn(template.parameters, name) ? template.parameters[name] : undefined;
    const given = { given: name };
    if (!rule) faults.add('PARAMETER_UNKNOWN', [name], given);
    else if (!CONSTANT.test(value)) faults.add('CONSTANT_MALFORMED', [name], { given: value.slice(0, 80) });
    else if (isPercent(value) !== isPercent(rule.value))
      faults.add('PARAMETER_KIND', [name], { ...given, kind: isPercent(rule.value) ? '%' : 'number' });
    else if (!withinLimits(rule, value)) faults.add('PARAMETER_OUT_OF_LIMITS', [name], given);
    else
      walkShape(TEMPLATE, template, (leaf) => {
        if (parameterIn(leaf) === name) checkPlace({ ...leaf, path: [name] }, name, { value }, faults);
        return leaf.value;
      });
  }
};

/** The template with every `$x` replaced by the edition's value or, where it sets none, the template's. */
export const withParameters = (template: Template, values: ParameterValues): Template =>
  walkShape(TEMPLATE, template, (leaf) => {
    const name = parameterIn(leaf);
    if (name === undefined) return leaf.value;
    const value = (Object.hasOwn(values, name) ? values[name] : undefined) ?? template.parameters[name]?.value;
    if (value === undefined) throw new Error(`a validated template knows its parameter ${name}`);
    if (leaf.node.kind === 'whole') return Number(value);
    return String(leaf.value).replace(`$${name}`, value);
  }) as Template;

/** A count whose parameter was replaced. */
export const countOf = (value: number | string): number => {
  if (typeof value === 'number') return value;
  throw new Error(`the parameter ${value} was not replaced`);
};

/** True where a parameter stands; used by whoever prints a template. */
export const isParameter = (value: unknown): value is string => typeof value === 'string' && PARAMETER.test(value);
