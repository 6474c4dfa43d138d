import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Chat } from '../client/chat';
import { copyText } from '../copy-text';
import { changeLanguage } from '../language';
import type { PageData } from '../page-data';
import type { Sound } from '../sound';
import type { Question } from '../strings';
import { nextTheme, readTheme } from '../theme';
import { ClinicCard } from './clinic-card';
import { Composer } from './composer';
import { Confirm } from './confirm';
import { listEntries } from './entries';
import { focusField } from './focus-field';
import { Header } from './header';
import { Icon } from './icon';
import { Controls, Suggestions } from './suggestions';
import { Transcript } from './transcript';
import { TypingSign } from './typing-sign';
import { useBanner } from './use-banner';
import { useChat } from './use-chat';
import { useClock } from './use-clock';
import { useKeptFocus } from './use-kept-focus';
import { useNotice } from './use-notice';
import { useScroll } from './use-scroll';
import { useShown } from './use-shown';
import { useUnread } from './use-unread';
import { writeOut } from './write-out';
import { Words } from './words';

/** What the page around the chat decides; absent where the chat is a page of its own. */
export interface Surroundings {
  readonly isOpen: boolean;
  /** Whether a person opened it, and wants to write. */
  readonly movesFocus: boolean;
  readonly close: () => void;
  readonly told: (event: { readonly unread: number } | { readonly from: 'bot' | 'user' }) => void;
}

interface Properties {
  readonly data: PageData;
  readonly chat: Chat;
  readonly sound: Sound;
  readonly title: string;
  readonly surroundings: Surroundings | undefined;
}

/** The whole chat. */
export function App({ data, chat, sound, title, surroundings }: Properties) {
  const { strings, numbers, limit } = data;
  const state = useChat(chat);
  const { said, waiting, opinions, isComplete, isTyping, status } = state;
  const entries = useMemo(() => listEntries({ said, waiting }), [said, waiting]);
  const clock = useClock(data, entries.length > 0);
  const isShown = useShown() && surroundings?.isOpen !== false;
  const unread = useUnread(entries, isComplete, isShown);
  const banner = useBanner(state, strings);
  const isOut = banner !== undefined && [strings.offline, strings.unreachable].includes(banner);
  const last = entries.at(-1);
  const newest = last?.from === 'bot' && isComplete ? said.at(-1) : undefined;
  const actions = newest?.actions ?? [];
  const controls = newest?.controls ?? [];
  const scroll = useScroll(
    entries,
    isComplete,
    `${isTyping} ${actions.length} ${controls.length} ${isOut} ${opinions.size}`,
  );
  const field = useRef<HTMLTextAreaElement>(null);
  const [question, setQuestion] = useState<{ readonly asks: Question; readonly isLast: boolean }>();
  const [notice, setNotice] = useNotice();
  const [isSounding, setSounding] = useState(sound.isOn());
  const [theme, setTheme] = useState(readTheme);

  useKeptFocus(field, scroll.pane);
  useAnswers(said, isComplete, isShown, sound, surroundings);
  useEffect(() => {
    // Wherever the focus is: a menu and a question that are open take the key first.
    const escape = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') surroundings?.close();
    };
    document.addEventListener('keydown', escape);
    return () => document.removeEventListener('keydown', escape);
  }, [surroundings?.close]);
  useEffect(() => surroundings?.told({ unread: unread.count }), [unread.count]);
  useEffect(() => {
    if (isShown && surroundings?.movesFocus === true) focusField(field.current, document.querySelector('h1'));
  }, [isShown, surroundings?.movesFocus]);

  const say = (text: string): void => {
    chat.send(text);
    focusField(field.current, scroll.pane.current);
  };
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(writeOut(entries, strings, title, clock));
    setNotice(isCopied ? strings.copied : strings.copyFailed);
  };
  const copyAnswer = async (text: string): Promise<void> => {
    setNotice((await copyText(text)) ? strings.answerCopied : strings.copyFailed);
  };
  const end = async (isLast: boolean): Promise<string | undefined> => {
    if (!(await chat.end())) return strings.deleteFailed;
    if (!isLast) chat.begin();
    return undefined;
  };
  const contacts = data.contacts.map(({ kind, title: label, url }) => ({
    icon: CONTACT_ICONS[kind],
    label,
    choose: url,
  }));
  const person = { icon: 'person', label: data.person.title, choose: () => say(data.person.text) } as const;
  const items = [
    person,
    ...contacts,
    {
      icon: 'restart',
      label: strings.startOver,
      choose: () => setQuestion({ asks: strings.confirmStartOver, isLast: false }),
    },
    { icon: 'copy', label: strings.copy, choose: () => void copy() },
    { icon: 'print', label: strings.print, choose: () => window.print() },
    {
      icon: isSounding ? 'sound' : 'silence',
      label: isSounding ? strings.soundOff : strings.soundOn,
      choose: () => {
        sound.toggle();
        setSounding(sound.isOn());
      },
    },
    { icon: 'theme', label: strings.theme[theme], choose: () => setTheme(nextTheme()) },
    { icon: 'language', label: strings.language, choose: changeLanguage },
    ...(data.privacy === undefined ? [] : [{ icon: 'shield', label: strings.privacy, choose: data.privacy } as const]),
    {
      icon: 'trash',
      label: strings.deleteData,
      isGrave: true,
      choose: () => setQuestion({ asks: strings.confirmDelete, isLast: true }),
    },
  ] as const;

  return (
    <div class="chat">
      <Header
        title={title}
        strings={strings}
        items={status === 'ended' ? contacts : items}
        close={surroundings?.close}
      />
      <main class="room">
        <p class="banner" role="status">
          <Words text={banner} />
        </p>
        <div class="pane" ref={scroll.pane} tabIndex={0} role="region" aria-label={title}>
          <p class="notice">{strings.notice}</p>
          <Transcript
            entries={entries}
            strings={strings}
            clock={clock}
            numbers={numbers}
            chat={chat}
            opinions={opinions}
            copy={(text) => void copyAnswer(text)}
            isBusy={!isComplete}
            firstUnseen={unread.first}
          />
          {state.isAnother && <p class="mark">{strings.anotherChat}</p>}
          {isTyping && <TypingSign label={strings.typing} writing={state.writing} />}
          {entries.length === 0 && status !== 'ended' && <TypingSign label={strings.connecting} />}
          {isOut && <ClinicCard {...data.clinic} />}
          <Suggestions label={strings.suggestions} actions={actions} say={say} />
          <Controls strings={strings.controls} controls={controls} say={say} />
          {status === 'ended' && (
            <div class="ended" role="status">
              <p>{strings.deleted}</p>
              <button type="button" onClick={() => chat.begin()}>
                {strings.newChat}
              </button>
            </div>
          )}
        </div>
        {scroll.below > 0 && (
          <button type="button" class="newest" onClick={() => scroll.toEnd()}>
            <Icon name="down" />
            <Words text={`${strings.toNewest} (${scroll.below})`} />
          </button>
        )}
        <p class="toast" role="status">
          <Words text={notice} />
        </p>
        {status !== 'ended' && <Composer strings={strings} limit={limit} field={field} send={say} />}
      </main>
      {question !== undefined && (
        <Confirm
          question={question.asks}
          strings={strings}
          act={() => end(question.isLast)}
          close={() => setQuestion(undefined)}
        />
      )}
    </div>
  );
}

const CONTACT_ICONS = {
  emergency: 'warning',
  phone: 'phone',
  whatsapp: 'chat',
  booking: 'calendar',
  map: 'pin',
} as const;

/** Tells the page around of each new message, and sounds when nobody looks. */
function useAnswers(
  said: PageState['said'],
  isComplete: boolean,
  isShown: boolean,
  sound: Sound,
  surroundings: Surroundings | undefined,
): void {
  const seen = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (!isComplete) {
      seen.current = undefined;
      return;
    }
    const arrived = said.slice(seen.current ?? said.length);
    seen.current = said.length;
    for (const { from } of arrived) surroundings?.told({ from });
    if (!isShown && arrived.some(({ from }) => from === 'bot')) sound.play();
  }, [said, isComplete]);
}

type PageState = ReturnType<Chat['state']>;
