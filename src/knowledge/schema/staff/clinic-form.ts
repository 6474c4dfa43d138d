import { z } from 'zod';
import { plainText } from '../text';
import { said, saidAndMore } from './said';

/** What the data of the clinic are called. */
export const CLINIC_LABELS = [
  'example',
  'name',
  'phone',
  'whatsapp',
  'address',
  'hours',
  'hoursLines',
  'timeZone',
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'openFrom',
  'openTo',
  'from',
  'to',
  'open',
  'ramadan',
  'holiday',
  'holidays',
  'map',
  'booking',
  'prices',
  'item',
  'price',
  'emergency',
  'branches',
  'doctors',
  'doctors.name',
  'title',
  'days',
  'woman',
  'licence',
  'offers',
] as const;

/** What can be wrong with a field: each is a sentence of the console. */
export const CLINIC_FAULTS = [
  'text',
  'tooLong',
  'forbidden',
  'digits',
  'link',
  'rows',
  'date',
  'timeZone',
  'weekEmpty',
  'halfShift',
  'sameTime',
  'overlap',
  'day',
  'dayOrder',
  'ramadanEmpty',
  'holidayName',
] as const;

/** The form of the clinic's data. */
export const clinicFormTexts = {
  clinicHints: saidAndMore(
    'phone',
    'whatsapp',
    'prices',
    'emergency',
    'lines',
    'rows',
    'hours',
    'hoursLines',
    'ramadan',
    'holidays',
    'doctors',
  ),
  clinicFaults: said(...CLINIC_FAULTS),
  clinicForm: said(
    'title',
    'lead',
    'save',
    'saved',
    'faults',
    'clash',
    'addRow',
    'fillDays',
    'yes',
    'no',
    'otherZones',
  ),
  /** By the names of the zones, such as `Asia/Riyadh`. */
  timeZones: saidAndMore(),
  /** Numbers of the ambulance that can be chosen, by country. */
  emergencyNumbers: z.array(z.strictObject({ country: plainText, number: plainText.regex(/^[0-9]{2,6}$/) })),
};
