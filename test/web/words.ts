/** What patients say and read in these tests. */
export const SAYS = {
  sessions: 'كم جلسة أحتاج؟',
  pain: 'هل حقن البلازما مؤلم؟',
  price: 'كم السعر؟',
  mixed: 'PRP للوجه',
};

/** What stands on the assistant's buttons. */
export const BUTTONS = {
  sideEffects: 'الآثار الجانبية',
  check: 'هل تناسبني البلازما؟',
  agree: 'موافق، لنبدأ',
  no: 'لا',
  show: 'صحيح، أظهر النتيجة',
};

/** What the check says when it has ended. */
export const CHECK_ENDED = 'انتهى الفحص';
