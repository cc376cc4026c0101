import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { type ClaimSeries, type SeriesBegun, seriesDecider } from '../../src/domain/series/series.ts';
import { COMMITTEE, DAY, SERIES, UNIT } from './edition-sample.ts';

const { given } = deciderSpec(seriesDecider);
const claim: ClaimSeries = { type: 'ClaimSeries', now: DAY.planning, seriesId: SERIES, committeeId: COMMITTEE };
const begun: SeriesBegun = { type: 'SeriesBegun.v1', data: { seriesId: SERIES, committeeId: COMMITTEE } };

describe('a campaign series', () => {
  it('belongs to the committee that opens the first edition in it', () => given().when(claim).then(begun));

  it('goes on under that committee, year after year', () => given(begun).when(claim).then());

  it('is taken over by no other', () =>
    given(begun)
      .when({ ...claim, committeeId: UNIT })
      .thenRefused({ reason: 'SERIES_OF_ANOTHER_COMMITTEE', field: 'seriesId' }));
});
