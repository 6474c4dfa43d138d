import { phrases } from './phrases';

/** Words or short phrasings for one thing, in any spelling: matching folds spelling variants. */
export const words = phrases('a list of words: [word, another word]').min(1, { error: 'at least one word' });
