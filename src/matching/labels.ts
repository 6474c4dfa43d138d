/** Labels of talk that is out of scope begin with this mark, which no topic id may. */
export const OUT_OF_SCOPE = '!';

/** Labels of open questions begin with this mark; the ids of the topics to offer follow, joined by the same mark. */
export const OPEN = '?';

/** Labels of wishes begin with this mark. */
export const WISH = '@';
