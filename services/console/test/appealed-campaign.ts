import { PlayedAppraisal } from '../../../test/journeys/appraisal/played-appraisal.ts';
import { LEADER, OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { AFTER, nominatorOf, type Unit } from '../../../test/journeys/played-nominated.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

/** An appraisal of units, played by the API up to its tally: results are appealed, one appeal is answered, and one waits. */
export class AppealedCampaign extends NominatedCampaign<PlayedAppraisal> {
  static async start(): Promise<AppealedCampaign> {
    const played = await NominatedCampaign.played(
      (campaign) => new PlayedAppraisal(campaign),
      async (edition) => {
        const { campaign } = edition;
        await edition.toItsWindow();
        await campaign.day(`${AFTER}-03-02`);
        await campaign.settled();
        await campaign.order(OFFICER, `/v1/rounds/${edition.roundId}/tally`);
        await campaign.day(`${AFTER}-03-12`);
        await campaign.settled();
        const file = async (unit: Unit, body: object): Promise<string> =>
          (await campaign.order<{ appealId: string }>(nominatorOf(unit), edition.about(unit, 'appeals'), body))
            .appealId;
        const answered = await file('b', { matter: 'rank', why: '名次与全年实绩不符，请复核（虚构）。' });
        await campaign.order(LEADER, edition.about('b', `appeals/${answered}/decide`), {
          ...{ verdict: { outcome: 'rejected' }, why: '经复核，各项得分无误，名次不变（虚构）。' },
        });
        await file('b', {
          matter: 'bonus',
          sourceId: 'bonus',
          itemId: 'commended',
          why: '全国先进集体未予加分（虚构）。',
        });
        await file('c', { matter: 'checklist', sourceId: 'base', itemId: 'study', why: '学习次数登记有误（虚构）。' });
      },
    );
    return new AppealedCampaign(played, `${AFTER}-03-12`);
  }
}
