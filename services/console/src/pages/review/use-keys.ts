import { useEffect, useEffectEvent } from 'react';
import { askedBy, type Asked } from './review-keys.ts';

const TYPED_IN = 'textarea, select, input:not([type="checkbox"]), [contenteditable="true"]';

/** Somebody types there, or a dialog is open: keys are no orders. */
const isTyping = (target: EventTarget | null): boolean =>
  (target instanceof Element && target.matches(TYPED_IN)) || document.querySelector('dialog[open]') !== null;

/** Hears what keys ask for while nothing is typed; Escape leaves a field. */
export const useKeys = (onAsked: (asked: Asked) => void): void => {
  const hear = useEffectEvent((event: KeyboardEvent): void => {
    if (isTyping(event.target)) {
      if (event.key === 'Escape' && !event.isComposing && event.target instanceof HTMLElement) event.target.blur();
      return;
    }
    const asked = askedBy(event);
    if (asked === null) return;
    event.preventDefault();
    onAsked(asked);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => hear(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
};
