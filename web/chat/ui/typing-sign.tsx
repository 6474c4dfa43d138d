/** Three dots while the assistant prepares an answer. Not read out: the answer is. */
export function TypingSign({ label }: { readonly label: string }) {
  return (
    <div class="typing" role="img" aria-label={label}>
      <i />
      <i />
      <i />
    </div>
  );
}
