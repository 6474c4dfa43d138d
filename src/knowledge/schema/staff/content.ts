import { said, saidAndMore } from './said';

/** Answers, drafts, versions, questions without an answer, the clinic's data, trying it. */
export const contentTexts = {
  items: said('clinic', 'strays'),
  fields: saidAndMore('category', 'question', 'button', 'answer', 'face', 'hair', 'short', 'missing', 'related', 'facts', 'phrasings', 'example', 'name', 'phone', 'whatsapp', 'address', 'hours', 'map', 'booking', 'prices', 'item', 'price', 'emergency', 'branches', 'doctors', 'licence', 'holidays', 'ramadan', 'offers', 'country'),
  hints: said('button', 'answer', 'short', 'missing', 'related', 'facts', 'phrasings'),
  clinicHints: saidAndMore('phone', 'whatsapp', 'prices', 'emergency', 'lines', 'yaml'),
  clinicFaults: said('text', 'digits', 'link', 'rows', 'yaml'),
  clinicForm: said('title', 'lead', 'save', 'saved', 'faults'),
  answers: said('title', 'lead', 'searchLabel', 'search', 'found', 'nothingFound', 'newTitle', 'save', 'more', 'byArea', 'fine', 'clash', 'isDraft', 'toDraft', 'versions', 'reviewed', 'reviewOld', 'reviewNone', 'draftTag', 'unreviewedTag'),
  preview: said('chat', 'teams', 'face', 'hair'),
  checks: said('empty', 'tooLong', 'fewPhrasings', 'braces', 'missing', 'forbidden', 'latinSign', 'words', 'twin', 'twice', 'buttonTaken', 'other'),
  drafts: said('title', 'lead', 'one', 'waiting', 'open', 'none', 'savedBy', 'waitingBy', 'changes', 'noDifference', 'toMend', 'effect', 'computing', 'showEffect', 'publish', 'sign', 'notReady', 'send', 'edit', 'drop', 'refused'),
  effect: said('nothing', 'conflicts', 'saved', 'phrasings', 'waiting', 'figures', 'ofSaved', 'before', 'after', 'right', 'offered', 'wrong', 'fromTo', 'more', 'unknown', 'other', 'offers', 'twin', 'stray', 'urgent', 'astray'),
  versions: said('title', 'isLive', 'number', 'approved', 'undo', 'shipped', 'isShipped'),
  questions: said('title', 'lead', 'none', 'times', 'near', 'more', 'urgent', 'urgentText', 'texts', 'asked', 'what', 'why', 'other', 'stray', 'new', 'nothing', 'nothingYet', 'submit', 'noneChosen', 'gone', 'back'),
  tryOut: said('title', 'lead', 'question', 'submit', 'live', 'draft', 'urgent', 'facts', 'expect', 'save', 'saved', 'all', 'allText', 'result', 'same'),
  upgrade: said('title', 'lead', 'none', 'fromYours', 'take', 'leave'),
};
