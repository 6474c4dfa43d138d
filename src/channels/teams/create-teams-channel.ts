import { ActivityTypes } from 'botbuilder';
import type { Activity, ChannelAccount } from 'botbuilder';
import type { Channel } from '../../bot/turn/channel';
import { settingChoices } from '../../bot/reply/compose-choices';
import { isPublic } from '../../bot/understand/is-public';
import { namesOf } from '../../bot/understand/names-of';
import type { Reply } from '../../bot/reply/reply';
import { createActivityReader } from '../../bot/turn/text-channel';
import { createTexts } from '../../knowledge/create-texts';
import type { Knowledge } from '../../knowledge/knowledge';
import { createTeamsPresenter } from './teams-presenter';

/** The content the channel speaks with. */
export type TeamsContent = Pick<Knowledge, 'clinic' | 'messages' | 'sources' | 'topicById' | 'vocabulary'>;

/** The channel id of Microsoft Teams. */
export const TEAMS = 'msteams';

const INSTALLATION: string = ActivityTypes.InstallationUpdate;

/** A turn takes some 30 ms; after a second people wonder whether they were heard. */
const TYPING_AFTER = 1000;

/**
 * Microsoft Teams: cards, mentions, shared conversations, and a way from these to a conversation of two.
 *
 * @param host where links into Teams lead; each of Microsoft's clouds has its own
 */
export function createTeamsChannel(content: TeamsContent, host = 'teams.microsoft.com'): Channel {
  const texts = createTexts(content);
  const { teams, chat } = content.messages;
  return {
    presenter: createTeamsPresenter({ checkNotice: teams.checkNotice, opinion: chat.opinion }),
    isElsewhere: true,
    typingAfter: TYPING_AFTER,
    readMessage: createActivityReader(namesOf(content.messages)),
    isPublic,
    greets,
    welcome: (activity) =>
      isPublic(activity)
        ? composePlainReply('social', texts.sentence(teams.groupWelcome.text), {
            choices: settingChoices(teams.groupWelcome.choices, content),
          })
        : undefined,
    inviteToPrivate: ({ activity }, wish) => {
      // Who the assistant is there is not known: no link leads to it.
      if (activity.recipient.id === '') return Promise.resolve(undefined);
      const { button } = teams.privateChat;
      const question = wish === 'person' ? content.messages.commands.human.button : teams.privateChat.question;
      const url = chatAddress(host, activity.recipient.id, question);
      const choices = [{ title: button, value: question, data: { url } }];
      return Promise.resolve(composePlainReply('eligibility', texts.sentence(chat.publicCheck), { choices }));
    },
  };
}

function composePlainReply(kind: Reply['kind'], text: string, { choices }: Pick<Reply, 'choices'>): Reply {
  return { kind, text, choices, topics: [], score: 1 };
}

/** Opens the conversation of two with the bot, with a question ready to be sent. The id is the bot's in Teams (28:…). */
function chatAddress(host: string, bot: string, question: string): string {
  return `https://${host}/l/chat/0/0?users=${encodeURIComponent(bot)}&message=${encodeURIComponent(question)}`;
}

/**
 * The app was added: to a person, a group chat or a team. Teams tells it up to twice, as an installation and as a member
 * added; who asks remembers that it was said. People who join a group later are not greeted.
 */
function greets(activity: Activity): boolean {
  const { type, action, membersAdded = [], recipient } = activity;
  if (type === INSTALLATION) return action === 'add';
  const isBot = ({ id }: ChannelAccount): boolean => id === recipient.id;
  return isPublic(activity) ? membersAdded.some(isBot) : membersAdded.length > 0;
}
