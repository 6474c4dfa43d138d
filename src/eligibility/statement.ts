/** What the words of one reply say, gathered without deciding. See {@link createStatementReader}. */
export interface Statement {
  /** In order: yes, no and not sure said outright. */
  readonly said: readonly ('yes' | 'no' | 'unsure')[];
  /** Facts named (an illness, a medicine): the answer the word stands for, and whether it was denied. */
  readonly facts: readonly { readonly answer: 'yes' | 'no' | 'unsure'; readonly denied: boolean }[];
  /** "I have", "I take", affirmed or denied. */
  readonly having: readonly { readonly denied: boolean }[];
  /** Something was denied: "not", "none". */
  readonly denies: boolean;
  /** Yes and a denial in one breath: "yes I have none". */
  readonly contradicts: boolean;
  readonly sometimes: boolean;
  /** "Anything", "an illness": so general that denying it answers the question. */
  readonly anything: boolean;
  readonly asks: boolean;
  readonly notPlain: boolean;
  /** Words of no known meaning here; `ownWords` are those the question itself uses. */
  readonly unknown: number;
  readonly ownWords: number;
}
