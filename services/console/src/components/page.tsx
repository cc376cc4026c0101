import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** A page with its title, which the window has too. */
export const Page = ({
  title,
  windowTitle = title,
  lead,
  actions,
  children,
}: Readonly<{
  title: string;
  /** What the window, and so the browser's own history, is told: where the title is somebody's name. */
  windowTitle?: string;
  lead?: string | undefined;
  actions?: ReactNode;
  children: ReactNode;
}>) => {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${windowTitle} – ${t('brand')}`;
  }, [windowTitle, t]);
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p className="lead">{lead}</p>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </>
  );
};
