import { JsonReader } from '../json-reader.ts';
import { ID_PATTERN } from '../ids.ts';
import type { Validated } from '../json-reader.ts';
import { SHARE_WHOLE } from './mark-worth.ts';
import type { FactOrder, FactQuery, FactTest, FactValue, OutcomeRule, Selection } from './outcome-rule.ts';
import { phaseLimits as limits } from './phase-limits.ts';
import { readEdge } from './validate-phases.ts';

const FACT_PATTERN = /^[a-z]+(?:\.[a-z]+(?:-[a-z]+)*)?$/;
const COUNT = { min: 1, max: limits.countMax } as const;
const SHARE = { min: 1, max: SHARE_WHOLE } as const;
const AMOUNT = { min: 0, max: limits.amountMax } as const;

type Json = Readonly<Record<string, unknown>>;

const readFactValue = (read: JsonReader, value: unknown, path: string): FactValue => {
  if (typeof value === 'boolean') return value;
  return typeof value === 'number' ? read.integer(value, path, AMOUNT) : read.text(value, path, limits.textCharsMax);
};

const readQuery = (read: JsonReader, value: unknown, path: string): FactQuery => {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const json = read.object(value, path, keys);
  if (keys.length > limits.queryKeysMax) read.fault(path, `must not have more than ${limits.queryKeysMax} keys`);
  const entryOf = ([key, one]: readonly [string, unknown]) => {
    const where = `${path}.${key}`;
    return [
      key,
      Array.isArray(one)
        ? read
            .list(one, where, { min: 1, max: limits.outcomeRulesMax })
            .map((text, at) => read.text(text, `${where}[${at}]`, limits.textCharsMax))
        : readFactValue(read, one, where),
    ] as const;
  };
  return {
    ...Object.fromEntries(Object.entries(json).map(entryOf)),
    fact: read.id(json['fact'], `${path}.fact`, FACT_PATTERN),
  };
};

const readTest = (read: JsonReader, value: unknown, path: string): FactTest => {
  const json = read.object(value, path, ['query', 'atLeast', 'atMost', 'is', 'oneOf', 'anyOf']);
  if (json['anyOf'] !== undefined) {
    if (Object.keys(json).length > 1) read.fault(path, 'must have nothing beside anyOf');
    const list = read.list(json['anyOf'], `${path}.anyOf`, { min: 1, max: limits.testsMax });
    return {
      anyOf: list.map((test, at) => {
        const where = `${path}.anyOf[${at}]`;
        if (typeof test === 'object' && test !== null && 'anyOf' in test) {
          read.fault(where, 'must not have anyOf in anyOf');
          return { anyOf: [] };
        }
        return readTest(read, test, where);
      }),
    };
  }
  const query = readQuery(read, json['query'], `${path}.query`);
  if (['atLeast', 'atMost', 'is', 'oneOf'].filter((key) => json[key] !== undefined).length !== 1)
    read.fault(path, 'must compare once, by atLeast, atMost, is or oneOf');
  if (json['atLeast'] !== undefined)
    return { query, atLeast: read.integer(json['atLeast'], `${path}.atLeast`, AMOUNT) };
  if (json['atMost'] !== undefined) return { query, atMost: read.integer(json['atMost'], `${path}.atMost`, AMOUNT) };
  if (json['oneOf'] === undefined) return { query, is: readFactValue(read, json['is'], `${path}.is`) };
  const list = read.list(json['oneOf'], `${path}.oneOf`, { min: 1, max: limits.outcomeRulesMax });
  return { query, oneOf: list.map((one, at) => readFactValue(read, one, `${path}.oneOf[${at}]`)) };
};

const readTests = (read: JsonReader, value: unknown, path: string): readonly FactTest[] =>
  read.list(value, path, { min: 0, max: limits.testsMax }).map((test, at) => readTest(read, test, `${path}[${at}]`));

const readOrder = (read: JsonReader, value: unknown, path: string): FactOrder => {
  const json = read.object(value, path, ['query', 'better']);
  return {
    query: readQuery(read, json['query'], `${path}.query`),
    better: read.oneOf(json['better'], `${path}.better`, ['higher', 'lower']),
  };
};

const PICK_KEYS: Readonly<Record<Selection['by'], readonly string[]>> = {
  first: ['count'],
  'first-share': ['share', 'least'],
  next: ['after', 'count'],
  'next-share': ['after', 'share', 'least'],
  last: ['count'],
  'last-share': ['share', 'least'],
  'at-least': ['score', 'below', 'after'],
  each: [],
  choice: ['count'],
};

const fromTheTop: readonly Selection['by'][] = ['first', 'first-share', 'next', 'next-share'];

/** The rule that this one follows: of the same holders and classes, and of the same kind. */
const readAfter = (read: JsonReader, rule: Json, path: string, above: readonly OutcomeRule[]): string => {
  const json = rule['pick'] as Json;
  const id = read.id(json['after'], `${path}.after`, ID_PATTERN);
  const before = above.find((one) => one.id === id);
  const ladder = json['by'] === 'at-least';
  if (before === undefined) read.fault(`${path}.after`, 'is no rule above');
  else if (ladder ? before.pick.by !== 'at-least' : !fromTheTop.includes(before.pick.by))
    read.fault(`${path}.after`, 'is a rule of another kind');
  else if (before.within !== rule['within']) read.fault(`${path}.after`, 'is a rule within other classes');
  return id;
};

const readPick = (read: JsonReader, rule: Json, path: string, above: readonly OutcomeRule[]): Selection => {
  const kinds = Object.keys(PICK_KEYS) as Selection['by'][];
  const { by: given } = typeof rule['pick'] === 'object' && rule['pick'] !== null ? (rule['pick'] as Json) : {};
  const by = read.oneOf(given, `${path}.by`, kinds);
  const json = read.object(rule['pick'], path, ['by', ...PICK_KEYS[by]]);
  const count = () => read.integer(json['count'], `${path}.count`, COUNT);
  const shares = () => ({
    share: read.integer(json['share'], `${path}.share`, SHARE),
    ...(json['least'] === undefined ? {} : { least: read.integer(json['least'], `${path}.least`, COUNT) }),
  });
  const after = () => readAfter(read, rule, path, above);
  switch (by) {
    case 'first':
    case 'last':
    case 'choice':
      return { by, count: count() };
    case 'next':
      return { by, after: after(), count: count() };
    case 'first-share':
    case 'last-share':
      return { by, ...shares() };
    case 'next-share':
      return { by, after: after(), ...shares() };
    case 'at-least':
      return {
        by,
        score: read.integer(json['score'], `${path}.score`, AMOUNT),
        ...(json['below'] === undefined ? {} : { below: read.integer(json['below'], `${path}.below`, AMOUNT) }),
        ...(json['after'] === undefined ? {} : { after: after() }),
      };
    case 'each':
      return { by };
  }
};

const readCap = (read: JsonReader, value: unknown, path: string): NonNullable<OutcomeRule['cap']> => {
  const json = read.object(value, path, ['count', 'share']);
  if (Object.keys(json).length === 0) read.fault(path, 'must have a count or a share');
  return {
    ...(json['count'] === undefined ? {} : { count: read.integer(json['count'], `${path}.count`, COUNT) }),
    ...(json['share'] === undefined ? {} : { share: read.integer(json['share'], `${path}.share`, SHARE) }),
  };
};

const RULE_KEYS = [
  'id',
  'to',
  'among',
  'within',
  'pick',
  'cap',
  'of',
  'order',
  'edge',
  'edgeMax',
  'fall',
  'notAlso',
  'needs',
  'never',
  'giveWay',
];

const rulesAbove = (
  read: JsonReader,
  value: unknown,
  path: string,
  above: readonly OutcomeRule[],
): readonly string[] => {
  const ids = read.list(value, path, { min: 0, max: limits.outcomeRulesMax }).map((one, at) => {
    const id = read.id(one, `${path}[${at}]`, ID_PATTERN);
    if (!above.some((rule) => rule.id === id)) read.fault(`${path}[${at}]`, 'is no rule above');
    return id;
  });
  read.unique(ids, path);
  return ids;
};

const readRule = (read: JsonReader, value: unknown, path: string, above: readonly OutcomeRule[]): OutcomeRule => {
  const json = read.object(value, path, RULE_KEYS);
  const order = read
    .list(json['order'], `${path}.order`, { min: 0, max: limits.testsMax })
    .map((one, at) => readOrder(read, one, `${path}.order[${at}]`));
  const pick = readPick(read, json, `${path}.pick`, above);
  if (order.length > 0 && pick.by === 'at-least') read.fault(`${path}.order`, 'is not for a threshold of scores');
  if (typeof json['giveWay'] !== 'boolean') read.fault(`${path}.giveWay`, 'must be true or false');
  return {
    id: read.id(json['id'], `${path}.id`, ID_PATTERN),
    to: read.oneOf(json['to'], `${path}.to`, ['entry', 'leader', 'author', 'home', 'secretary']),
    among: rulesAbove(read, json['among'], `${path}.among`, above),
    within: read.oneOf(json['within'], `${path}.within`, ['all', 'category', 'home']),
    pick,
    ...(json['cap'] === undefined ? {} : { cap: readCap(read, json['cap'], `${path}.cap`) }),
    of: read.oneOf(json['of'], `${path}.of`, ['ranked', 'admitted', 'roll']),
    order,
    ...readEdge(read, json, path),
    ...(json['fall'] === undefined ? {} : { fall: read.id(json['fall'], `${path}.fall`, ID_PATTERN) }),
    notAlso: rulesAbove(read, json['notAlso'], `${path}.notAlso`, above),
    needs: readTests(read, json['needs'], `${path}.needs`),
    never: readTests(read, json['never'], `${path}.never`),
    giveWay: json['giveWay'] === true,
  };
};

/** Turns unknown JSON into the rules of an outcome, or says everything that is wrong with it. */
export const validateOutcome = (value: unknown): Validated<readonly OutcomeRule[]> => {
  const read = new JsonReader();
  const rules: OutcomeRule[] = [];
  read.list(value, '$', { min: 0, max: limits.outcomeRulesMax }).forEach((rule, at) => {
    rules.push(readRule(read, rule, `$[${at}]`, rules));
  });
  read.unique(
    rules.map(({ id }) => id),
    '$',
  );
  rules.forEach(({ fall }, at) => {
    if (fall !== undefined && !rules.slice(at + 1).some(({ id }) => id === fall))
      read.fault(`$[${at}].fall`, 'is no rule below');
  });
  return read.problems.length === 0 ? { kind: 'valid', value: rules } : { kind: 'invalid', problems: read.problems };
};
