import type { ParkedEvent } from '@jiangong/read-models';
import { refused } from '../refusals.ts';

export const PARKED_PAGE_SIZE_MAX = 200;
export const PARKED_PAGE_SIZE_DEFAULT = 50;
const TOKEN_CHARS_MAX = 400;

type Place = readonly [reader: string, position: number, ordinal: number];

const placeOf = ({ reader, position, ordinal }: ParkedEvent): Place => [reader, position, ordinal];

const inOrder = (a: Place, b: Place): number => (a[0] === b[0] ? a[1] - b[1] || a[2] - b[2] : a[0] < b[0] ? -1 : 1);

const tokenOf = (event: ParkedEvent): string => Buffer.from(placeOf(event).join(' '), 'utf8').toString('base64url');

const placeIn = (token: string): Place | undefined => {
  if (token === '') return undefined;
  const text = token.length > TOKEN_CHARS_MAX ? '' : Buffer.from(token, 'base64url').toString('utf8');
  const [, reader, position, ordinal] = /^(\S+) (\d{1,15}) (\d{1,4})$/u.exec(text) ?? [];
  if (reader === undefined) throw refused({ reason: 'PAGE_TOKEN_INVALID', field: 'pageToken' });
  return [reader, Number(position), Number(ordinal)];
};

/** One page of what is parked, by reader and place in the log. What is mended meanwhile moves nothing. */
export const pageOfParked = (
  parked: readonly ParkedEvent[],
  { pageSize, pageToken }: Readonly<{ pageSize: number; pageToken: string }>,
): Readonly<{ page: readonly ParkedEvent[]; nextPageToken: string }> => {
  if (!Number.isSafeInteger(pageSize) || pageSize < 0 || pageSize > PARKED_PAGE_SIZE_MAX)
    throw refused({ reason: 'PAGE_SIZE_INVALID', field: 'pageSize', details: { sizeMax: PARKED_PAGE_SIZE_MAX } });
  const after = placeIn(pageToken);
  const waiting = parked
    .filter((event) => after === undefined || inOrder(placeOf(event), after) > 0)
    .toSorted((a, b) => inOrder(placeOf(a), placeOf(b)));
  const page = waiting.slice(0, pageSize === 0 ? PARKED_PAGE_SIZE_DEFAULT : pageSize);
  const last = page.at(-1);
  return { page, nextPageToken: last !== undefined && waiting.length > page.length ? tokenOf(last) : '' };
};
