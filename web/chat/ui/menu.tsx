import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icon';
import { Words } from './words';

/** One thing to choose. */
export interface MenuItem {
  readonly icon: Parameters<typeof Icon>[0]['name'];
  readonly label: string;
  readonly isGrave?: boolean;
  /** What happens; a text is an address that is followed. */
  readonly choose: (() => void) | string;
}

const ELSEWHERE = { target: '_blank', rel: 'noopener noreferrer' };

/** A button that shows a list of things to do; Escape and a press elsewhere hide it. */
export function Menu({ label, items }: { readonly label: string; readonly items: readonly MenuItem[] }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const shown = isOpen ? items : [];
  const leave = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!isOpen) return;
    const look = (event: Event): void => {
      if (!(event.target instanceof Node) || root.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', look);
    document.addEventListener('focusin', look);
    return () => {
      document.removeEventListener('pointerdown', look);
      document.removeEventListener('focusin', look);
    };
  }, [isOpen]);

  return (
    <div
      class="menu"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        type="button"
        ref={button}
        class="tool"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls="menu"
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="more" />
      </button>
      <ul id="menu" class="menu-list" hidden={!isOpen}>
        {shown.map(({ icon, label: text, isGrave = false, choose }) => (
          <li key={icon}>
            {typeof choose === 'string' ? (
              <a href={choose} {...(!choose.startsWith('tel:') && ELSEWHERE)} onClick={leave}>
                <Icon name={icon} />
                <Words text={text} />
              </a>
            ) : (
              <button
                type="button"
                class={isGrave ? 'grave' : ''}
                onClick={() => {
                  leave();
                  choose();
                }}
              >
                <Icon name={icon} />
                <Words text={text} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
