export { type Findable, findableBy, isFoundBy, SORT_KEY_CHARACTERS_MAX, sortKeyOf } from './search-text.ts';
