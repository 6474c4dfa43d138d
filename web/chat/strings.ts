import type { Control } from './client/activity';
import type { Reason } from './client/opinion';

/** A question that is asked before something is done for good. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
}

/** What is said around an opinion on an answer. */
export interface OpinionStrings {
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly why: string;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly thanks: string;
}

/** What the chat says in one language: the section `widget` of knowledge/messages.yaml. */
export interface Strings {
  readonly title: string;
  readonly subtitle: string;
  readonly close: string;
  readonly log: string;
  readonly bot: string;
  readonly you: string;
  readonly compose: string;
  readonly placeholder: string;
  readonly send: string;
  readonly suggestions: string;
  readonly typing: string;
  readonly state: Readonly<Record<'queued' | 'sending' | 'sent' | 'failed', string>>;
  readonly retry: string;
  readonly discard: string;
  readonly today: string;
  readonly yesterday: string;
  readonly newMessages: string;
  readonly toNewest: string;
  readonly menu: string;
  readonly startOver: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly copyAnswer: string;
  readonly answerCopied: string;
  readonly print: string;
  readonly soundOff: string;
  readonly soundOn: string;
  readonly deleteData: string;
  readonly theme: Readonly<Record<'auto' | 'light' | 'dark', string>>;
  readonly language: string;
  readonly privacy: string;
  readonly controls: Readonly<Record<'label' | Control, string>>;
  readonly opinion: OpinionStrings;
  readonly cancel: string;
  readonly confirmStartOver: Question;
  readonly confirmDelete: Question;
  readonly deleting: string;
  readonly deleted: string;
  readonly deleteFailed: string;
  readonly deleteCommand: string;
  readonly newChat: string;
  readonly connecting: string;
  readonly reconnecting: string;
  readonly offline: string;
  readonly unreachable: string;
  readonly anotherChat: string;
  readonly tooLong: string;
  readonly notSent: string;
  readonly charactersLeft: string;
  readonly notice: string;
}
