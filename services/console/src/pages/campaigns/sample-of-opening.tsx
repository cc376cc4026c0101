import '../../look/sample.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lookAt, template } from '../../api/questions/templates.ts';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Sample } from './sample.tsx';

type Of = Readonly<{
  committeeId: string;
  templateHash: string;
  parameters: Readonly<Record<string, string>>;
  isTyped: boolean;
}>;

const Shown = ({ committeeId, templateHash, parameters, isTyped }: Of) => {
  const { t } = useTranslation();
  const adopted = useQuery(template(committeeId, templateHash));
  const text = adopted.data?.canonicalText ?? '';
  const looked = useQuery({ ...lookAt(committeeId, text, isTyped, parameters), enabled: text !== '' });
  const error = adopted.error ?? looked.error;
  if (error !== null) return <ProblemNotice error={error} />;
  if (looked.data === undefined) return <Loading />;
  const { sample } = looked.data.answer;
  return sample === null ? <p className="quiet">{t('sample.beyond')}</p> : <Sample sample={sample} />;
};

/** What the edition would look like by the numbers as they are typed: asked for once somebody wants to see it. Two calls. */
export const SampleOfOpening = (of: Of) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="part sample-below" aria-labelledby="sample">
      <h2 id="sample">{t('sample.title')}</h2>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('sample.show')}</summary>
        {isOpen && <Shown {...of} />}
      </details>
    </section>
  );
};
