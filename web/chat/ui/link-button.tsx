import type { Link } from '../client/activity';
import { readScript } from '../text/script';
import { Icon } from './icon';

interface Properties extends Link {
  /** Whether the number it dials stands on it. */
  readonly showsNumber?: boolean;
}

const DIALS = /^tel:/;

/** A button that leads out of the chat: to a telephone, WhatsApp, a page. */
export function LinkButton({ title, url, showsNumber = false }: Properties) {
  const isCall = DIALS.test(url);
  const away = isCall ? {} : { target: '_blank', rel: 'noopener noreferrer nofollow' };
  return (
    <a class="out" href={url} {...readScript(title)} {...away}>
      <Icon name={isCall ? 'phone' : /^https:\/\/(wa\.me|api\.whatsapp\.com)\//.test(url) ? 'chat' : 'out'} />
      <span>{title}</span>
      {isCall && showsNumber && <bdi dir="ltr">{url.replace(DIALS, '')}</bdi>}
    </a>
  );
}
