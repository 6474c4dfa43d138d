import { Words } from './words';

/**
 * Three dots while the assistant prepares an answer. Not read out: the answer is. `writing`: a person of the clinic does,
 * which takes longer: it says who.
 */
export function TypingSign({ label, writing }: { readonly label: string; readonly writing?: string | undefined }) {
  const dots = (
    <div class="typing" role="img" aria-label={label}>
      <i />
      <i />
      <i />
    </div>
  );
  if (writing === undefined) return dots;
  return (
    <>
      <p class="mark">
        <Words text={writing} />
      </p>
      {dots}
    </>
  );
}
