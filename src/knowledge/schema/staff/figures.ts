import { said } from './said';

/** The page of figures. */
export const figureTexts = {
  figures: said(
    'title',
    'lead',
    'none',
    'byDay',
    'byWeek',
    'export',
    'day',
    'week',
    'few',
    'plot',
    'began',
    'answer',
    'suggest',
    'unknown',
    'urgent',
    'handoff',
    'eligibility',
    'topics',
    'topicsText',
    'topic',
    'revision',
    'now',
    'before',
  ),
};
