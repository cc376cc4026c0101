import { normalised, textRefusal } from '@jiangong/wording';
import type { FaultDetails, Faults } from '../faults.ts';
import type { ProblemReason } from '../problem-texts.ts';
import type { Path, Tree } from '../tree.ts';
import { readNumber } from './read-number.ts';
import { type Field, isDefaulted, isOptional, type Node, type Shape, shapeOf } from './shape.ts';
import { wordForms } from './word-forms.ts';

type Of<K extends Node['kind']> = Extract<Node, { kind: K }>;
type At = Readonly<{ tree: Tree; path: Path; faults: Faults }>;

/** Nothing could be read; the reason was told. Unlike `undefined`, it can not be mistaken for a key left out. */
export const UNREAD = Symbol('unread');

const refuse = ({ path, faults }: At, reason: ProblemReason, details: FaultDetails = {}): typeof UNREAD => {
  faults.add(reason, path, details);
  return UNREAD;
};

const scalar = (at: At): string | typeof UNREAD => (at.tree.kind === 'text' ? at.tree.text : refuse(at, 'NOT_A_TEXT'));

/** A decomposed text is composed, so that what looks the same has one hash. */
const readText = ({ charactersMax }: Of<'text'>, at: At): unknown => {
  const given = scalar(at);
  if (given === UNREAD) return UNREAD;
  const composed = normalised(given);
  const refusal = textRefusal(composed, { field: '', charactersMax, lines: 'one' });
  if (!refusal) return composed;
  const what = String(refusal.details?.['character'] ?? 'line break');
  return refuse(at, refusal.reason, refusal.reason === 'TEXT_MALFORMED' ? { what } : { max: charactersMax });
};

const readWord = (node: Of<'word'>, at: At): unknown => {
  const given = scalar(at);
  if (given === UNREAD) return UNREAD;
  const { pattern, reason } = wordForms[node.form];
  return new RegExp(pattern, 'u').test(given) ? given : refuse(at, reason, { given: given.slice(0, 80) });
};

const readChoice = (node: Of<'choice'>, at: At): unknown => {
  const given = scalar(at);
  if (given === UNREAD || node.of.includes(given)) return given;
  return refuse(at, 'WORD_UNKNOWN', { given: given.slice(0, 80), choices: node.of.join(', ') });
};

const readFlag = (at: At): unknown => {
  const given = scalar(at);
  if (given === UNREAD) return UNREAD;
  return given === 'true' ? true : given === 'false' ? false : refuse(at, 'FLAG_MALFORMED');
};

/** What makes two elements of a distinct list the same: a record's id (or kind), or the word itself. */
const identityOf = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value : undefined;
  const { id, phase } = value as Readonly<Record<string, unknown>>;
  const identity = id ?? phase;
  return typeof identity === 'string' ? identity : undefined;
};

const readList = (node: Of<'list'>, at: At): unknown => {
  if (at.tree.kind !== 'list') return refuse(at, 'NOT_A_LIST');
  const { items } = at.tree;
  if (items.length < node.min || items.length > node.max)
    return refuse(at, 'LIST_LENGTH', { given: items.length, min: node.min, max: node.max });
  const values = items.map((tree, index) => readShape(node.of, { ...at, tree, path: [...at.path, index] }));
  if (node.distinct)
    values.forEach((value, index) => {
      const identity = identityOf(value);
      if (identity === undefined) return;
      if (values.findIndex((other) => identityOf(other) === identity) < index)
        at.faults.add('NAMED_TWICE', [...at.path, index], { given: identity });
    });
  return values.includes(UNREAD) ? UNREAD : values;
};

/** At most so many commas stand in an English name. */
const NAME_PARTS_MAX = 6;
const HAN = /\p{Script=Han}/u;

const readName = ({ charactersMax }: Of<'name'>, at: At): unknown => {
  if (at.tree.kind !== 'list') return refuse(at, 'NOT_A_PAIR');
  const { items } = at.tree;
  if (items.length < 2 || items.length > NAME_PARTS_MAX) return refuse(at, 'NOT_A_PAIR');
  const parts = items.map((tree, index) =>
    readText({ kind: 'text', charactersMax }, { ...at, tree, path: [...at.path, index] }),
  );
  if (parts.includes(UNREAD)) return UNREAD;
  const [zh, ...rest] = parts as readonly string[];
  const en = rest.join(', ');
  if (rest.length > 1 && HAN.test(en)) return refuse(at, 'NOT_A_PAIR');
  return [...en].length > charactersMax ? refuse(at, 'TEXT_TOO_LONG', { max: charactersMax }) : [zh, en];
};

const readMap = (node: Of<'map'>, at: At): unknown => {
  if (at.tree.kind !== 'map') return refuse(at, 'NOT_A_MAP');
  const { entries } = at.tree;
  if (entries.length < node.min || entries.length > node.max)
    return refuse(at, 'LIST_LENGTH', { given: entries.length, min: node.min, max: node.max });
  const values = entries.map(({ key, value }): readonly [string, unknown] => {
    const path = [...at.path, key];
    if (typeof node.keys === 'string') {
      const { pattern, reason } = wordForms[node.keys];
      if (!new RegExp(pattern, 'u').test(key)) at.faults.add(reason, path, { given: key.slice(0, 80) }, 'key');
    } else if (!node.keys.includes(key))
      at.faults.add('WORD_UNKNOWN', path, { given: key.slice(0, 80), choices: node.keys.join(', ') }, 'key');
    return [key, readShape(node.of, { ...at, tree: value, path })];
  });
  return values.some(([, value]) => value === UNREAD) ? UNREAD : Object.fromEntries(values);
};

const readField = (key: string, field: Field, at: At): unknown => {
  const entry = at.tree.kind === 'map' ? at.tree.entries.find((one) => one.key === key) : undefined;
  if (entry) return readShape(shapeOf(field), { ...at, tree: entry.value, path: [...at.path, key] });
  if (isDefaulted(field)) return field.byDefault;
  return isOptional(field) ? undefined : refuse(at, 'KEY_MISSING', { key });
};

const readRecord = (node: Of<'record'>, at: At): unknown => {
  if (at.tree.kind !== 'map') return refuse(at, 'NOT_A_MAP');
  for (const { key } of at.tree.entries)
    if (!Object.hasOwn(node.fields, key))
      at.faults.add(
        'KEY_UNKNOWN',
        [...at.path, key],
        { key: key.slice(0, 80), choices: Object.keys(node.fields).join(', ') },
        'key',
      );
  const values = Object.entries(node.fields)
    .map(([key, field]) => [key, readField(key, field, at)] as const)
    .filter(([, value]) => value !== undefined);
  return values.some(([, value]) => value === UNREAD) ? UNREAD : Object.fromEntries(values);
};

const readTagged = (node: Of<'tagged'>, at: At): unknown => {
  if (at.tree.kind !== 'map') return refuse(at, 'NOT_A_MAP');
  const tag = at.tree.entries.find(({ key }) => key === node.on);
  if (!tag) return refuse(at, 'KEY_MISSING', { key: node.on });
  const given = tag.value.kind === 'text' ? tag.value.text : '';
  const variant = Object.hasOwn(node.variants, given) ? node.variants[given] : undefined;
  if (variant) return readShape(variant, at);
  const choices = Object.keys(node.variants).join(', ');
  return refuse({ ...at, path: [...at.path, node.on] }, 'WORD_UNKNOWN', { given: given.slice(0, 80), choices });
};

const readKeyed = (node: Of<'keyed'>, at: At): unknown => {
  if (at.tree.kind !== 'map') return refuse(at, 'NOT_A_MAP');
  const names = at.tree.entries.map(({ key }) => key).filter((key) => Object.hasOwn(node.variants, key));
  const variant = names.length === 1 ? node.variants[names[0] as string] : undefined;
  if (variant) return readShape(variant, at);
  return refuse(at, 'NOT_ONE_OF_KEYS', { given: names.join(', '), choices: Object.keys(node.variants).join(', ') });
};

const readEither = (node: Of<'either'>, at: At): unknown => {
  const shape = node[at.tree.kind];
  if (shape) return readShape(shape, at);
  return refuse(at, node.list ? 'NOT_A_LIST' : node.map ? 'NOT_A_MAP' : 'NOT_A_TEXT');
};

/**
 * Reads a tree by a shape: the value with every default filled in, or `UNREAD` when something in it is at fault. All
 * faults are collected.
 */
export const readShape = ({ node }: Shape<unknown>, at: At): unknown => {
  switch (node.kind) {
    case 'text':
      return readText(node, at);
    case 'word':
      return readWord(node, at);
    case 'choice':
      return readChoice(node, at);
    case 'flag':
      return readFlag(at);
    case 'whole':
    case 'decimal':
    case 'percent': {
      const given = scalar(at);
      if (given === UNREAD) return UNREAD;
      const read = readNumber(node, given);
      return typeof read === 'object' ? refuse(at, read.reason, read.details) : read;
    }
    case 'name':
      return readName(node, at);
    case 'list':
      return readList(node, at);
    case 'map':
      return readMap(node, at);
    case 'record':
      return readRecord(node, at);
    case 'tagged':
      return readTagged(node, at);
    case 'keyed':
      return readKeyed(node, at);
    case 'either':
      return readEither(node, at);
  }
};
