/** From where a page listens (services/gateway): said by the answer that a page begins with. */
const LIVE_PLACE_HEADER = 'x-live-place';

let begun: string | undefined;

/** Hears of every answer whether it says from where to listen. */
export const hearLivePlace = ({ headers }: Pick<Response, 'headers'>): void => {
  begun = headers.get(LIVE_PLACE_HEADER) ?? begun;
};

/** Where the page's answers begin; undefined: none of them has said so. */
export const livePlace = (): string | undefined => begun;

const numbersOf = (place: string): readonly [number, number] => {
  const [position = 0, ordinal = 0] = place.split('.').map(Number);
  return [position, ordinal];
};

/** Whether a place in the order of changes stands behind another; behind none stands each. */
export const isBehind = (place: string, other: string | undefined): boolean => {
  if (other === undefined) return true;
  const [position, ordinal] = numbersOf(place);
  const [otherPosition, otherOrdinal] = numbersOf(other);
  return position > otherPosition || (position === otherPosition && ordinal > otherOrdinal);
};
