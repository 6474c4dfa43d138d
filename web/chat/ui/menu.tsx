import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icon';

/** One thing to choose. */
export interface MenuItem {
  readonly icon: Parameters<typeof Icon>[0]['name'];
  readonly label: string;
  readonly isGrave?: boolean;
  readonly choose: () => void;
}

/** A button that shows a list of things to do; Escape and a press elsewhere hide it. */
export function Menu({ label, items }: { readonly label: string; readonly items: readonly MenuItem[] }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const shown = isOpen ? items : [];
  useEffect(() => {
    if (!isOpen) return;
    const leave = (event: Event): void => {
      if (!(event.target instanceof Node) || root.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
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
            <button
              type="button"
              class={isGrave ? 'grave' : ''}
              onClick={() => {
                setOpen(false);
                button.current?.focus();
                choose();
              }}
            >
              <Icon name={icon} />
              {text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
