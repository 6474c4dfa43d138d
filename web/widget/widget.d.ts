import type { Widget } from './create-widget';
import type { WidgetStrings } from './widget-strings';

declare global {
  /** Put around the bundle by the server, by language. */
  const PRP_STRINGS: Readonly<Record<'ar' | 'en', WidgetStrings>>;

  interface Window {
    PrpAssistant?: Widget;
  }
}
