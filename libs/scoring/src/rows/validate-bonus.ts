import { ID_PATTERN } from '../ids.ts';
import type { JsonReader } from '../json-reader.ts';
import type { BonusGroup, BonusItem, BonusSource } from './bonus-source.ts';
import { phaseLimits as limits } from './phase-limits.ts';

const points = { min: 1, max: limits.pointsMaxOfArea };

const readCap = (read: JsonReader, value: unknown, path: string): number | null =>
  value === null ? null : read.integer(value, path, points);

const readItem = (read: JsonReader, value: unknown, path: string): BonusItem => {
  const json = read.object(value, path, ['id', 'points', 'cap']);
  return {
    id: read.id(json['id'], `${path}.id`, ID_PATTERN),
    points: read.integer(json['points'], `${path}.points`, points),
    cap: readCap(read, json['cap'], `${path}.cap`),
  };
};

const readGroup = (read: JsonReader, value: unknown, path: string): BonusGroup => {
  const json = read.object(value, path, ['id', 'cap', 'items']);
  return {
    id: read.id(json['id'], `${path}.id`, ID_PATTERN),
    cap: readCap(read, json['cap'], `${path}.cap`),
    items: read
      .list(json['items'], `${path}.items`, { min: 1, max: limits.itemsMax })
      .map((item, at) => readItem(read, item, `${path}.items[${at}]`)),
  };
};

export const readBonusSource = (read: JsonReader, value: unknown, path: string): BonusSource => {
  const json = read.object(value, path, ['id', 'kind', 'cap', 'once', 'groups']);
  const groups = read
    .list(json['groups'], `${path}.groups`, { min: 1, max: limits.areasMax })
    .map((group, at) => readGroup(read, group, `${path}.groups[${at}]`));
  read.unique(
    groups.map(({ id }) => id),
    `${path}.groups`,
  );
  // An item is called by its id alone: it stands in one group.
  read.unique(
    groups.flatMap(({ items }) => items.map(({ id }) => id)),
    `${path}.groups`,
  );
  if (typeof json['once'] !== 'boolean') read.fault(`${path}.once`, 'must be true or false');
  return {
    id: read.id(json['id'], `${path}.id`, ID_PATTERN),
    kind: 'bonus',
    cap: readCap(read, json['cap'], `${path}.cap`),
    once: json['once'] === true,
    groups,
  };
};
