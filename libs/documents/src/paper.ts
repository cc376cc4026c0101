/** All lengths are in points unless said otherwise. */
export const MM = 72 / 25.4;

/** A4, and what GB/T 9704—2012 asks of it (§5): 156 × 225 mm of text, 22 lines of 28 characters. */
export const A4 = { short: 595.28, long: 841.89 } as const;
export const MARGIN = { top: 37 * MM, left: 28 * MM } as const;
export const TEXT = { width: 156 * MM, height: 225 * MM } as const;
export const LINES_A_PAGE = 22;
export const CHARACTERS_A_LINE = 28;
export const LINE_PITCH = TEXT.height / LINES_A_PAGE;
export const CHARACTER_PITCH = TEXT.width / CHARACTERS_A_LINE;

/** 字号. */
export const SIZES = { 二号: 22, 三号: 16, 四号: 14, 小四: 12, 五号: 10.5 } as const;

export const RED = '#D7000F';
export const INK = '#000000';
/** The deep red of certificates. */
export const SEAL_RED = '#A61B1B';
