/** The same texts in another language: every key, and nothing but texts. */
export type Said<Tree> = { readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Said<Tree[Key]> };
