import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { useDraft } from '../../api/draft.ts';
import { under, useOrder } from '../../api/order.ts';
import { previewOf } from '../../api/questions/campaigns.ts';
import { CheckAnswers } from '../../components/check-answers.tsx';
import { sayDay } from '../../components/dates.ts';
import { DraftForm } from '../../components/draft-form.tsx';
import { either } from '../../components/names.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import { type Copy, type Filled, filledFrom, filledIn, isWhole, openingOf } from './opening.ts';
import { OpeningFields } from './opening-fields.tsx';
import { Preview } from './opening-preview.tsx';
import { SampleOfOpening } from './sample-of-opening.tsx';
import { TOUCHES } from './stage-dialogs.tsx';
import { useStageName } from './stage-name.tsx';

/** The review's check-list goes over once the edition is there. */
const openAndList = async (copy: Copy, filled: Filled, key: string): Promise<string> => {
  const { editionId } = await answerOf(
    api.POST('/v1/editions', { params: { header: under(key) }, body: openingOf(copy, filled) }),
  );
  if (copy.reviewList.length === 0) return editionId;
  const { revision, reviewList } = await answerOf(
    api.GET('/v1/editions/{editionId}', { params: { path: { editionId } } }),
  );
  if (reviewList.length === 0)
    await answerOf(
      api.PUT('/v1/editions/{editionId}/review-list', {
        params: { path: { editionId }, header: { 'If-Match': `"${revision}"` } },
        body: { items: copy.reviewList },
      }),
    );
  return editionId;
};

const useOpening = (copy: Copy, sent: () => Promise<void>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const navigate = useNavigate();
  return useOrder({
    send: async (filled: Filled, key: string) => openAndList(copy, filled, key),
    touches: TOUCHES,
    onDone: (editionId) => {
      tell(t('campaigns.opened'));
      void sent().then(async () => navigate({ to: '/editions/$editionId', params: { editionId } }));
    },
  });
};

const useAnswers = (copy: Copy) => {
  const { t } = useTranslation();
  const nameOf = useStageName();
  return ({ year, titleZh, titleEn, parameters, stages }: Filled) => [
    { name: t('campaigns.ofYear'), said: year },
    { name: t('campaigns.titleZh'), said: titleZh },
    { name: t('campaigns.titleEn'), said: titleEn },
    ...copy.plan.parameters.map(({ parameterId, nameZh, nameEn }) => ({
      name: either(nameZh, nameEn),
      said: parameters[parameterId] ?? '',
    })),
    ...stages.map(({ stageId, opensOn, closesOn }) => ({
      name: nameOf(copy.plan.stages, stageId),
      said: `${sayDay(opensOn)} – ${sayDay(closesOn)}`,
    })),
    ...(copy.reviewList.length === 0 ? [] : [{ name: t('campaigns.reviewList'), said: copy.reviewList.join('\n') }]),
  ];
};

/** What an edition begins with, typed and kept as a draft, tried out while one types, and looked at once more before it is opened. */
export const Opening = ({
  subjectId,
  copy,
  title,
}: Readonly<{
  /** Whose draft it is: the edition that it follows, or the template of a first one. */
  subjectId: string;
  copy: Copy;
  title: string;
}>) => {
  const { t } = useTranslation();
  const [checking, setChecking] = useState(false);
  const first = filledFrom(copy);
  const draft = useDraft<Filled>('edition', subjectId, first, filledIn(first));
  const { value } = draft;
  const isTyped = draft.state !== 'saved' && draft.state !== 'reading';
  const preview = useQuery({ ...previewOf(openingOf(copy, value), isTyped), enabled: isWhole(value) });
  const order = useOpening(copy, draft.discard);
  const answers = useAnswers(copy);
  const isTold = isWhole(value) && preview.data !== undefined && !preview.isPlaceholderData;
  const refusal = preview.data?.refusal ?? null;
  return (
    <>
      {order.isError && <ProblemNotice error={order.error} again={() => order.mutate(value)} />}
      {checking ? (
        <CheckAnswers
          title={t('acts.check')}
          lead={t('campaigns.openLead')}
          answers={answers(value)}
          action={t('campaigns.openIt')}
          busy={order.isPending}
          onSend={() => order.mutate(value)}
          onEdit={() => setChecking(false)}
        />
      ) : (
        <>
          <Preview copy={copy} plan={preview.data} isTold={isTold} error={preview.error} />
          <section className="part" aria-label={title}>
            <DraftForm draft={draft} onFinish={() => setChecking(true)}>
              <OpeningFields copy={copy} plan={preview.data ?? copy.plan} stages={value.stages} />
              <p className="row send-row">
                <Button type="primary" htmlType="submit" disabled={!isTold || refusal !== null}>
                  {t('acts.toCheck')}
                </Button>
                {isTold && refusal !== null && <span>{t('campaigns.firstMend')}</span>}
              </p>
            </DraftForm>
          </section>
          <SampleOfOpening
            committeeId={copy.opening.committeeId}
            templateHash={copy.opening.templateHash}
            parameters={value.parameters}
            isTyped={isTyped}
          />
        </>
      )}
    </>
  );
};
