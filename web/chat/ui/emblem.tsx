/** The assistant's face: a drop with a sign of care in it. */
export function Emblem() {
  return (
    <svg class="emblem" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <circle class="emblem-ground" cx="20" cy="20" r="20" />
      <path class="emblem-drop" d="M20 8c4.6 5.4 8.6 9.7 8.6 14.6a8.6 8.6 0 0 1-17.2 0C11.4 17.7 15.4 13.4 20 8z" />
      <path class="emblem-sign" d="M20 18.4v8M16 22.4h8" />
    </svg>
  );
}
