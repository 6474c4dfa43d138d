import type { Inbox } from '../../channels/staff/inbox/inbox';
import type { Handover } from '../chat/create-handover';
import { createTexts } from '../../knowledge/create-texts';
import type { LiveContent } from '../content/live-content';
import { matchedTopics } from '../../matching/matched-topics';
import type { Stores } from '../stores/open-stores';

/** What the pages about talks with patients are wired from. */
export interface InboxDependencies {
  readonly stores: Pick<Stores, 'talks' | 'callbacks' | 'reception' | 'places'>;
  readonly live: Pick<LiveContent<unknown>, 'current'>;
  readonly handover: Pick<Handover, 'staffDesk' | 'welcome'>;
}

/** Ready answers offered at once. */
const OFFERED = 4;

/** Wires them. */
export function createInbox({ stores, live, handover }: InboxDependencies): Inbox {
  const knowledge = () => live.current().content.knowledge;
  return {
    talks: stores.talks,
    callbacks: stores.callbacks,
    reception: stores.reception,
    places: {
      list: () => stores.places.list(),
      close: (id) => stores.places.close(id),
      async open(id) {
        const place = await stores.places.open(id);
        if (place !== undefined) await handover.welcome(place);
        return place;
      },
    },
    desk: handover.staffDesk,
    near: (text) =>
      matchedTopics(live.current().content.matcher.match(text))
        .slice(0, OFFERED)
        .flatMap(({ topic }) => {
          const found = knowledge().topicById.get(topic);
          return found === undefined ? [] : [{ topic, title: found.button }];
        }),
    ready(topic) {
      const found = knowledge().topicById.get(topic);
      return found && createTexts(knowledge()).answer(found, undefined);
    },
    titleOf: (topic) => knowledge().topicById.get(topic)?.question,
  };
}
