/** A breach: alike is not equal. */
export const isFirst = (place: number): boolean => place == 1;
