import type { KeyboardEvent } from 'react';
import { isComposing } from './composing.ts';

/** Ctrl+Enter sends the form that a text stands in; while an input method composes, every key is its own. */
export const sendByKeys = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
  const { key, ctrlKey, metaKey, nativeEvent, currentTarget } = event;
  if (!isComposing(nativeEvent) && key === 'Enter' && (ctrlKey || metaKey)) currentTarget.form?.requestSubmit();
};
