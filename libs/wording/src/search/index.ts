export { type Findable, findableBy, SORT_KEY_CHARACTERS_MAX, sortKeyOf } from './search-text.ts';
