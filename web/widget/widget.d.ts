import type { Widget } from './create-widget';
import type { ClinicCard, WidgetStrings } from './widget-strings';

declare global {
  /** Put around the bundle by the server, by language. */
  const PRP_STRINGS: Readonly<Record<'ar' | 'en', WidgetStrings>>;
  const PRP_CLINIC: ClinicCard;

  interface Window {
    PrpAssistant?: Widget | undefined;
    /** What a site sets where it cannot set attributes. */
    PrpAssistantOptions?: Readonly<Record<string, string | number | boolean>>;
  }
}
