import type { MessagingExtensionResponse } from 'botbuilder';
import type { Texts } from '../../knowledge/create-texts';
import { drawFound } from './draw-found';
import { readSearchQuery } from './read-search-query';
import type { SearchTopics } from './search-topics';

/** What the message extension answers with. */
export interface MessageExtensionDependencies {
  readonly search: SearchTopics;
  readonly texts: Texts;
  /** Said when somebody looks for settings: there are none. */
  readonly noSettings: string;
}

/** Answers the invokes of the search in the compose box by name; undefined for any other. Pure. */
export type MessageExtension = (name: string, value: unknown) => MessagingExtensionResponse | undefined;

/** Creates the message extension. */
export function createMessageExtension({ search, texts, noSettings }: MessageExtensionDependencies): MessageExtension {
  const query = (value: unknown): MessagingExtensionResponse => {
    const { text, skip, count } = readSearchQuery(value);
    const result = search(text);
    if (result.kind === 'sentence') return sentence(result.text);
    const attachments = result.found.slice(skip, skip + count).map((found) => drawFound(found, texts));
    return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
  };
  return (name, value) => {
    switch (name) {
      case 'composeExtension/query':
        return query(value);
      case 'composeExtension/querySettingUrl':
        return sentence(noSettings);
      case 'composeExtension/setting':
      case 'composeExtension/selectItem':
      case 'composeExtension/onCardButtonClicked':
        return {};
      default:
        return undefined;
    }
  };
}

function sentence(text: string): MessagingExtensionResponse {
  return { composeExtension: { type: 'message', text } };
}
