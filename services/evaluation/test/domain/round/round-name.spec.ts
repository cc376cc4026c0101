import { describe, expect, it } from '@jest/globals';
import { namingNameOf, roundNameOf } from '../../../src/domain/round/round-name.ts';

const round = {
  ...{ editionZh: '2026年建功', editionEn: 'Merit campaign 2026' },
  ...{ phase: 'main', phaseZh: null, phaseEn: null, period: 'whole', ordinal: 1, phases: 1 },
  filledBy: 'marks' as const,
};

describe('what a round is called', () => {
  it('follows from its edition', () => {
    expect(roundNameOf(round)).toEqual({ zh: '2026年建功·评分', en: 'Merit campaign 2026: scoring' });
  });

  it('tells rounds of one edition apart: by phase, by part of the period, and after an annulled one', () => {
    const names = [
      roundNameOf(round),
      roundNameOf({ ...round, phases: 2 }),
      roundNameOf({ ...round, phases: 2, phase: 'final' }),
      roundNameOf({ ...round, period: 'q1' }),
      roundNameOf({ ...round, ordinal: 2 }),
    ];
    expect(new Set(names.map(({ zh }) => zh)).size).toBe(names.length);
    expect(new Set(names.map(({ en }) => en)).size).toBe(names.length);
    expect(names.at(-1)).toEqual({ zh: '2026年建功·评分（第2轮）', en: 'Merit campaign 2026: scoring (round 2)' });
  });

  it('is the phase’s own name where the template gives it one, and only where there are several', () => {
    const heats = { ...round, phase: 'heats', phaseZh: '预赛', phaseEn: 'heats' };
    expect(roundNameOf({ ...heats, phases: 2 })).toEqual({ zh: '2026年建功·预赛', en: 'Merit campaign 2026: heats' });
    expect(roundNameOf({ ...heats, phases: 2, phaseZh: null, phaseEn: null })).toEqual({
      zh: '2026年建功·评分 heats',
      en: 'Merit campaign 2026: scoring heats',
    });
    expect(roundNameOf(heats).zh).toBe('2026年建功·评分');
  });

  it('says what is done in it: nobody scores where a body chooses or people vote', () => {
    const vote = { ...round, filledBy: 'votes' as const };
    expect(roundNameOf(vote)).toEqual({ zh: '2026年建功·投票', en: 'Merit campaign 2026: vote' });
    expect(roundNameOf({ ...vote, phases: 2 })).toEqual({
      zh: '2026年建功·投票 main',
      en: 'Merit campaign 2026: vote main',
    });
    expect(roundNameOf({ ...round, filledBy: 'choice' })).toEqual({
      zh: '2026年建功·推选',
      en: 'Merit campaign 2026: choice',
    });
  });

  it('is Chinese in both languages where the edition has no English title', () => {
    expect(roundNameOf({ ...round, editionEn: '' }).en).toBe('2026年建功: scoring');
  });

  it('of a naming over several editions follows from the newest of them', () => {
    expect(namingNameOf(round)).toEqual({ zh: '2026年建功·命名', en: 'Merit campaign 2026: naming' });
    expect(namingNameOf({ ...round, editionEn: '' }).en).toBe('2026年建功: naming');
  });
});
