/**
 * Names for the Arabic letters and marks that the rules of this room speak of.
 * Source: The Unicode Standard, block Arabic (U+0600–U+06FF).
 */
export const HAMZA = '\u0621';
export const ARABIC_COMMA = '\u060C';
export const ARABIC_SEMICOLON = '\u061B';
export const ALEF_MADDA = '\u0622';
export const ALEF_HAMZA_ABOVE = '\u0623';
export const WAW_HAMZA = '\u0624';
export const ALEF_HAMZA_BELOW = '\u0625';
export const YEH_HAMZA = '\u0626';
export const ALEF = '\u0627';
export const BEH = '\u0628';
export const TEH_MARBUTA = '\u0629';
export const TEH = '\u062A';
export const THEH = '\u062B';
export const JEEM = '\u062C';
export const HAH = '\u062D';
export const KHAH = '\u062E';
export const DAL = '\u062F';
export const THAL = '\u0630';
export const REH = '\u0631';
export const ZAIN = '\u0632';
export const SEEN = '\u0633';
export const SHEEN = '\u0634';
export const SAD = '\u0635';
export const DAD = '\u0636';
export const TAH = '\u0637';
export const ZAH = '\u0638';
export const AIN = '\u0639';
export const GHAIN = '\u063A';
export const FEH = '\u0641';
export const QAF = '\u0642';
export const KAF = '\u0643';
export const LAM = '\u0644';
export const MEEM = '\u0645';
export const NOON = '\u0646';
export const HEH = '\u0647';
export const WAW = '\u0648';
export const ALEF_MAKSURA = '\u0649';
export const YEH = '\u064A';
export const ALEF_WASLA = '\u0671';
export const PEH = '\u067E';
export const TCHEH = '\u0686';
export const VEH = '\u06A4';
export const QAF_WITH_DOT = '\u06A8';
export const KEHEH = '\u06A9';
export const NG = '\u06AD';
export const GAF = '\u06AF';
export const NOON_GHUNNA = '\u06BA';
export const HEH_DOACHASHMEE = '\u06BE';
export const HEH_GOAL = '\u06C1';
export const FARSI_YEH = '\u06CC';
export const YEH_BARREE = '\u06D2';
export const AE = '\u06D5';

/** Turkish, beside the dotted one. */
export const DOTLESS_I = '\u0131';
