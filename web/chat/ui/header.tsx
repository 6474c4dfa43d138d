import type { Strings } from '../strings';
import { Emblem } from './emblem';
import { Icon } from './icon';
import { Menu, type MenuItem } from './menu';

interface Properties {
  readonly title: string;
  readonly strings: Strings;
  readonly items: readonly MenuItem[];
  /** Undefined where there is nothing to go back to. */
  readonly close: (() => void) | undefined;
}

/** Who one talks with, and what can be done with the conversation. */
export function Header({ title, strings, items, close }: Properties) {
  return (
    <header class="header">
      <Emblem />
      <div class="names">
        <h1 dir="auto" tabIndex={-1}>
          {title}
        </h1>
        <p>{strings.subtitle}</p>
      </div>
      {items.length > 0 && <Menu label={strings.menu} items={items} />}
      {close !== undefined && (
        <button type="button" class="tool" aria-label={strings.close} onClick={close}>
          <Icon name="close" />
        </button>
      )}
    </header>
  );
}
