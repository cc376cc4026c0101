import { useTranslation } from 'react-i18next';
import { type Named, useCalled } from '../../components/document-names.ts';
import { type Attached, type Chosen, fileFor } from './documents.ts';

/** What the programme asks for, each with the file that it is. */
export const Demanded = ({
  demanded,
  names,
  chosen,
  attached,
  onChange,
}: Readonly<{
  demanded: readonly string[];
  names: readonly Named[];
  chosen: Chosen;
  attached: readonly Attached[];
  onChange: (chosen: Chosen) => void;
}>) => {
  const { t } = useTranslation();
  const called = useCalled(names);
  return (
    <>
      <h3>{t('declaring.demanded')}</h3>
      {attached.length === 0 && <p className="note">{t('declaring.demandedFirst')}</p>}
      {demanded.map((document) => (
        <div key={document} className="field">
          <label htmlFor={`document-${document}`}>{called(document)}</label>
          <select
            id={`document-${document}`}
            required
            value={fileFor(document, chosen, attached) ?? ''}
            onChange={({ target }) => onChange({ ...chosen, [document]: target.value })}
          >
            <option value="">{t('choose')}</option>
            {attached.map(({ sha256, name }) => (
              <option key={sha256} value={sha256}>
                {name}
              </option>
            ))}
          </select>
        </div>
      ))}
    </>
  );
};
