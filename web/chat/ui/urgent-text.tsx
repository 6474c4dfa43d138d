import type { Link } from '../client/activity';
import { placeLinks } from '../text/place-links';
import { readScript } from '../text/script';
import { Icon } from './icon';
import { LinkButton } from './link-button';
import { RichText } from './rich-text';

interface Properties {
  readonly text: string;
  readonly links: readonly Link[];
  readonly numbers: readonly string[];
}

/** An urgent message: what to do now as its heading, then what to press, across the whole width. */
export function UrgentText({ text, links, numbers }: Properties) {
  const [act = '', ...others] = text.trim().split(/\r?\n/);
  const pressed = links.map(({ url }) => url);
  return (
    <>
      <h2 class="act" {...readScript(act)}>
        <Icon name="warning" />
        {act}
      </h2>
      {placeLinks(others, links).map((part, at) =>
        'link' in part ? (
          <LinkButton key={at} {...part.link} showsNumber />
        ) : (
          <RichText key={at} {...part} numbers={numbers} pressed={pressed} />
        ),
      )}
    </>
  );
}
