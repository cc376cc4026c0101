export { type Malformed, malformedIn, normalised } from './malformed.ts';
export { firstRefusal, type TextReason, textRefusal, type TextRule } from './text-refusal.ts';
export { isLine } from './line.ts';
export { isLogin, LOGIN_CHARACTERS_MAX, skeleton } from './login.ts';
export { SEARCH_CHARACTERS_MAX, type Sought, soughtBy } from './sought.ts';
export { codeCharacters, printedCode, typedCode } from './printed-code.ts';
