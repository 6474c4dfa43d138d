import type { StaffTexts } from '../../../knowledge/schema/staff';
import type { TopicFault } from '../../../staff/answers/check-topic';
import { fill } from '../fill';

/** A fault of an answer in a sentence, with its remedy. Pure. */
export const sayFault = ({ code, values }: TopicFault, { checks }: StaffTexts): string => fill(checks[code], values);
