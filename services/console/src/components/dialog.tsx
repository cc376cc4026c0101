import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** The browser's own dialog: it holds the focus, closes with Escape, and gives the focus back to where it was. */
export const Dialog = ({
  title,
  onClose,
  children,
}: Readonly<{ title: string; onClose: () => void; children: ReactNode }>) => {
  const { t } = useTranslation();
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  // Before it is taken out of the page: one that is there no longer gives the focus back to nobody.
  useLayoutEffect(() => {
    const dialog = element.current;
    if (dialog?.open === false) dialog.showModal();
    // The browser would begin at the button that closes it.
    const first = dialog?.querySelector<HTMLElement>('textarea, input, select');
    first?.focus();
    // Whoever goes on writing writes at the end.
    if (first instanceof HTMLTextAreaElement) first.setSelectionRange(first.value.length, first.value.length);
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="linklike" onClick={onClose}>
          {t('close')}
        </button>
      </div>
      {children}
    </dialog>
  );
};
