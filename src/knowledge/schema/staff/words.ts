import { said, saidAndMore } from './said';

/** The lists of words and rules that are edited in files. */
export const WORD_LISTS = ['vocabulary', 'dialects', 'urgent', 'eligibility', 'forbidden'] as const;
/** Parts of the lists. */
export const WORD_SECTIONS = [
  'concepts',
  'commands',
  'answers',
  'social',
  'days',
  'around',
  'latin',
  'languages',
  'tiers',
  'signs',
  'signWords',
  'calming',
  'harmless',
  'questions',
  'limits',
  'outcomes',
  'wordings',
  'openings',
] as const;

/** The lists of words and rules, shown and explained. */
export const wordTexts = {
  words: said(
    'title',
    'lead',
    'searchLabel',
    'search',
    'found',
    'nothingFound',
    'more',
    'count',
    'entries',
    'except',
    'inFile',
    'all',
    'allWords',
    'why',
    'leadsTo',
    'limit',
    'instead',
    'tier',
  ),
  wordLists: said(...WORD_LISTS),
  wordHints: said(...WORD_LISTS),
  wordSections: said(...WORD_SECTIONS),
  sectionHints: said(...WORD_SECTIONS),
  tierNames: saidAndMore(),
  answerNames: saidAndMore(),
  verdictNames: saidAndMore(),
  signNames: saidAndMore(),
};
