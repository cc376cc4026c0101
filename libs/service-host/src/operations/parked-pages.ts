import type { ParkedEvent } from '@jiangong/read-models';
import { isKey, isPosition, type PageFound, type PageRequest, pagesOf } from '../paging.ts';

type Place = readonly [reader: string, position: number, ordinal: number];

const isPlace = (value: unknown): value is Place =>
  Array.isArray(value) && value.length === 3 && isKey(value[0]) && isPosition(value[1]) && isPosition(value[2]);

const placeOf = ({ reader, position, ordinal }: ParkedEvent): Place => [reader, position, ordinal];

const inOrder = (a: Place, b: Place): number => (a[0] === b[0] ? a[1] - b[1] || a[2] - b[2] : a[0] < b[0] ? -1 : 1);

const pages = pagesOf('ListParked', isPlace);

/** One page of what is parked, by reader and place in the log. What is mended meanwhile moves nothing. */
export const pageOfParked = (parked: readonly ParkedEvent[], request: PageRequest): PageFound<ParkedEvent> => {
  const asked = pages.asked(request);
  const { after } = asked;
  const waiting = parked
    .filter((event) => after === undefined || inOrder(placeOf(event), after) > 0)
    .toSorted((a, b) => inOrder(placeOf(a), placeOf(b)));
  return pages.page(waiting, asked, placeOf);
};
