import type { zh } from './zh.ts';

type TextsOf<Tree> = { readonly [Key in keyof Tree]: Tree[Key] extends string ? string : TextsOf<Tree[Key]> };

/** The texts of one language: every language has all of them. */
export type Words = TextsOf<typeof zh>;
