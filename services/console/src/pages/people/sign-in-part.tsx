import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { problemOf } from '../../api/problem.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { CodeDialog, LinkDialog } from './one-time.tsx';
import { endsSecondFactors, endsSignIns, invites, vouches } from './person-acts.ts';

type Grants = readonly Schemas['Grant'][];
type Reason = Readonly<{ reason: string }>;
const ACTS = ['invite', 'reset', 'vouch', 'sessions', 'factor', 'end'] as const;
type Act = (typeof ACTS)[number];

const MAY: Readonly<Record<Act, (grants: Grants) => boolean>> = {
  invite: invites,
  reset: invites,
  vouch: vouches,
  sessions: invites,
  factor: endsSecondFactors,
  end: endsSignIns,
};
const ASKS_WHY: readonly Act[] = ['reset', 'factor', 'end'];
const IS_DANGEROUS: readonly Act[] = ['sessions', 'factor', 'end'];

type Told = Readonly<{ link?: Schemas['SignInInvitation']; code?: Schemas['SignInCode'] }>;

/** An answer without a body: what is told is that it was done. */
const done = async (asked: Promise<{ error?: unknown; response: Response }>): Promise<Told> => {
  const { error, response } = await asked;
  if (!response.ok) throw problemOf(error, response);
  return {};
};

const send = async (act: Act, personId: string, { reason }: Reason, key: string): Promise<Told> => {
  const path = { personId };
  const params = { path, header: under(key) };
  switch (act) {
    case 'invite':
      return { link: await answerOf(api.POST('/v1/people/{personId}/sign-in-invitations', { params: { path } })) };
    case 'reset':
      return {
        link: await answerOf(api.POST('/v1/people/{personId}/sign-in-resets', { params: { path }, body: { reason } })),
      };
    case 'vouch':
      return { code: await answerOf(api.POST('/v1/people/{personId}/sign-in-code', { params: { path } })) };
    case 'sessions':
      return done(api.DELETE('/v1/people/{personId}/sessions', { params: { path } }));
    case 'factor':
      await answerOf(api.POST('/v1/people/{personId}/second-factor/end', { params, body: { reason } }));
      return {};
    case 'end':
      await answerOf(api.POST('/v1/people/{personId}/sign-in/end', { params, body: { reason } }));
      return {};
  }
};

const ActDialog = ({
  act,
  personId,
  onDone,
  onClose,
}: Readonly<{ act: Act; personId: string; onDone: (told: Told) => void; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder<Reason, Told>({
    send: async (given, key) => send(act, personId, given, key),
    touches: [['people']],
    onDone: (told) => {
      onDone(told);
      tell(t(`people.signIn.${act}.done`));
    },
  });
  return (
    <OrderDialog<Reason>
      title={t(`people.signIn.${act}.title`)}
      lead={t(`people.signIn.${act}.lead`)}
      action={t(`people.signIn.${act}.title`)}
      isDangerous={IS_DANGEROUS.includes(act)}
      order={order}
      onClose={onClose}
    >
      {ASKS_WHY.includes(act) && <ReasonField />}
    </OrderDialog>
  );
};

/** Somebody's way in: invited, helped after a forgotten password by two persons, put out. */
export const SignInPart = ({ personId, grants }: Readonly<{ personId: string; grants: Grants }>) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Act>();
  const [told, setTold] = useState<Told>({});
  const acts = ACTS.filter((act) => MAY[act](grants));
  if (acts.length === 0) return null;
  return (
    <section className="part" aria-labelledby="sign-in">
      <h2 id="sign-in">{t('people.signInTitle')}</h2>
      <p className="quiet">{t('people.signInLead')}</p>
      <div className="row">
        {acts.map((act) => (
          <Button key={act} danger={act === 'end'} onClick={() => setAsked(act)}>
            {t(`people.signIn.${act}.title`)}
          </Button>
        ))}
      </div>
      {asked !== undefined && (
        <ActDialog
          act={asked}
          personId={personId}
          onDone={(answer) => {
            setAsked(undefined);
            setTold(answer);
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
      {told.link !== undefined && <LinkDialog link={told.link} onClose={() => setTold({})} />}
      {told.code !== undefined && <CodeDialog code={told.code} onClose={() => setTold({})} />}
    </section>
  );
};
