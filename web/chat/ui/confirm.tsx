import { useEffect, useRef, useState } from 'preact/hooks';
import type { Question, Strings } from '../strings';

interface Properties {
  readonly question: Question;
  readonly strings: Strings;
  /** Does it; gives what to say where it did not work. */
  readonly act: () => Promise<string | undefined>;
  readonly close: () => void;
}

/** Asks before something is done for good. The browser keeps the focus inside and gives it back. */
export function Confirm({ question, strings, act, close }: Properties) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  useEffect(() => dialog.current?.showModal(), []);
  const go = async (): Promise<void> => {
    setBusy(true);
    const problem = await act();
    setBusy(false);
    setFault(problem);
    if (problem === undefined) dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      class="confirm"
      aria-labelledby="confirm-title"
      aria-describedby="confirm-text"
      onClose={close}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id="confirm-title">{question.title}</h2>
      <p id="confirm-text">{question.text}</p>
      <p role="alert" class="fault">
        {fault}
      </p>
      <div class="confirm-buttons">
        <button type="button" onClick={() => dialog.current?.close()}>
          {strings.cancel}
        </button>
        <button type="button" class="grave" aria-disabled={isBusy} onClick={() => void (isBusy || go())}>
          {isBusy ? strings.deleting : question.yes}
        </button>
      </div>
    </dialog>
  );
}
