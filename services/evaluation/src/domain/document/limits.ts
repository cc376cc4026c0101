/** Documents of one kind and format made of one circular. */
export const DOCUMENT_VERSIONS_MAX = 50;
/** 抄送, in characters. */
export const COPIES_CHARACTERS_MAX = 300;
/** A circular with more lines of awards than this names them in lists behind it. */
export const INLINE_LINES_MAX = 20;
