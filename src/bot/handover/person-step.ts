/**
 * Where a conversation stands on its way to a person: asked for consent, offered a call, telling what a call needs, or
 * in a talk, whose own state is in storage.
 */
export type PersonStep =
  | { readonly kind: 'consent' }
  | { readonly kind: 'offer' }
  | { readonly kind: 'name' }
  | { readonly kind: 'number'; readonly name: string }
  | { readonly kind: 'time'; readonly name: string; readonly number: string }
  | { readonly kind: 'talk'; readonly id: string };
