import type { JsonReader } from '../json-reader.ts';
import { ID_PATTERN } from '../ids.ts';
import { pointsOf } from './checklist-points.ts';
import { phaseLimits as limits } from './phase-limits.ts';
import type { ChecklistArea, ChecklistItem, ChecklistSource } from './source.ts';

const points = { min: 1, max: limits.pointsMaxOfArea };
const signed = { min: -limits.pointsMaxOfArea, max: limits.pointsMaxOfArea };

const ITEM_KEYS = ['id', 'points', 'starts', 'per', 'floor', 'cap', 'step', 'measures', 'group'];

const readItem = (read: JsonReader, value: unknown, path: string): ChecklistItem => {
  const json = read.object(value, path, ITEM_KEYS);
  const own = read.integer(json['points'], `${path}.points`, points);
  const per = json['per'] === null ? null : read.integer(json['per'], `${path}.per`, signed);
  if (per === 0) read.fault(`${path}.per`, 'must give or take something');
  const floor = read.integer(json['floor'], `${path}.floor`, { min: -limits.pointsMaxOfArea, max: own });
  const cap = read.integer(json['cap'], `${path}.cap`, { min: 0, max: own });
  if (floor > cap) read.fault(`${path}.cap`, 'must not lie below the floor');
  const step = read.integer(json['step'], `${path}.step`, points);
  const measures = read
    .list(json['measures'], `${path}.measures`, { min: 0, max: limits.measuresMax })
    .map((measure, at) => {
      const where = `${path}.measures[${at}]`;
      const one = read.object(measure, where, ['id', 'points']);
      return {
        id: read.id(one['id'], `${where}.id`, ID_PATTERN),
        points: read.integer(one['points'], `${where}.points`, points),
      };
    });
  read.unique(
    measures.map(({ id }) => id),
    `${path}.measures`,
  );
  const sum = measures.reduce((all, measure) => all + measure.points, 0);
  if (measures.length > 0 && sum !== own) read.fault(`${path}.points`, `must be what the measures add up to, ${sum}`);
  return {
    id: read.id(json['id'], `${path}.id`, ID_PATTERN),
    points: own,
    starts: read.oneOf(json['starts'], `${path}.starts`, ['full', 'zero']),
    per,
    floor,
    cap,
    step,
    measures,
    group: json['group'] === null ? null : read.id(json['group'], `${path}.group`, ID_PATTERN),
  };
};

const readArea = (read: JsonReader, value: unknown, path: string): ChecklistArea => {
  const json = read.object(value, path, ['id', 'points', 'across', 'deductMax', 'lists']);
  const own = read.integer(json['points'], `${path}.points`, points);
  const lists = read.list(json['lists'], `${path}.lists`, { min: 1, max: limits.periodsMax }).map((list, at) => {
    const where = `${path}.lists[${at}]`;
    const one = read.object(list, where, ['fromPeriod', 'items']);
    const items = read
      .list(one['items'], `${where}.items`, { min: 1, max: limits.itemsMax })
      .map((item, index) => readItem(read, item, `${where}.items[${index}]`));
    const sum = pointsOf(items);
    if (sum !== own) read.fault(`${where}.items`, `must add up to the points of the area, ${own}, not ${sum}`);
    const fromPeriod = read.integer(one['fromPeriod'], `${where}.fromPeriod`, { min: 1, max: limits.periodsMax });
    return { fromPeriod, items };
  });
  lists.forEach(({ fromPeriod }, at) => {
    if (at === 0 ? fromPeriod !== 1 : fromPeriod <= (lists[at - 1]?.fromPeriod ?? 0))
      read.fault(`${path}.lists[${at}].fromPeriod`, 'must begin with 1 and go up');
  });
  return {
    id: read.id(json['id'], `${path}.id`, ID_PATTERN),
    points: own,
    across: read.oneOf(json['across'], `${path}.across`, ['mean', 'sum', 'best', 'last']),
    deductMax:
      json['deductMax'] === null
        ? null
        : read.integer(json['deductMax'], `${path}.deductMax`, { min: 1, max: limits.pointsMaxOfArea }),
    lists,
  };
};

const readOwn = (read: JsonReader, value: unknown, path: string): ChecklistSource['own'] => {
  const json = read.object(value, path, ['by', 'party']);
  const by = read.oneOf(json['by'], `${path}.by`, ['allow', 'others-mean', 'party']);
  if (by === 'party') return { by, party: read.id(json['party'], `${path}.party`, ID_PATTERN) };
  if (json['party'] !== undefined) read.fault(`${path}.party`, 'is only for a party');
  return { by };
};

/** An item stands in one area, in whatever lists. */
const itemsApart = (read: JsonReader, areas: readonly ChecklistArea[], path: string): void => {
  const areaOf = new Map<string, string>();
  areas.forEach(({ id: area, lists }, at) =>
    lists.forEach(({ items }, index) => {
      const where = `${path}.areas[${at}].lists[${index}].items`;
      read.unique(
        items.map(({ id }) => id),
        where,
      );
      for (const { id } of items) {
        if ((areaOf.get(id) ?? area) !== area) read.fault(where, `must not have ${id}, which stands in another area`);
        areaOf.set(id, area);
      }
    }),
  );
};

export const readChecklistSource = (read: JsonReader, value: unknown, path: string): ChecklistSource => {
  const json = read.object(value, path, ['id', 'kind', 'self', 'reviews', 'own', 'areas', 'pointsTotal']);
  if (typeof json['self'] !== 'boolean') read.fault(`${path}.self`, 'must be true or false');
  const reviews = read.list(json['reviews'], `${path}.reviews`, { min: 0, max: limits.reviewsMax }).map((party, at) => {
    if (party === 'self' || party === 'others' || party === 'last')
      read.fault(`${path}.reviews[${at}]`, 'is a word with a meaning of its own');
    return read.id(party, `${path}.reviews[${at}]`, ID_PATTERN);
  });
  read.unique(reviews, `${path}.reviews`);
  const areas = read
    .list(json['areas'], `${path}.areas`, { min: 1, max: limits.areasMax })
    .map((area, at) => readArea(read, area, `${path}.areas[${at}]`));
  read.unique(
    areas.map(({ id }) => id),
    `${path}.areas`,
  );
  itemsApart(read, areas, path);
  const sum = areas.reduce((all, area) => all + area.points, 0);
  if (json['pointsTotal'] !== sum) read.fault(`${path}.pointsTotal`, `must be what the areas add up to, ${sum}`);
  return {
    id: read.id(json['id'], `${path}.id`, ID_PATTERN),
    kind: 'checklist',
    self: json['self'] === true,
    reviews,
    own: readOwn(read, json['own'], `${path}.own`),
    areas,
    pointsTotal: sum,
  };
};
