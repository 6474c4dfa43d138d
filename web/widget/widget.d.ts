declare module '*.css' {
  /** The style sheet as text. */
  const text: string;
  // eslint-disable-next-line import/no-default-export -- the form the bundler gives
  export default text;
}

/** Put around the bundle by the server, by language. */
declare const PRP_STRINGS: Readonly<Record<'ar' | 'en', import('./widget-strings').WidgetStrings>>;

interface Window {
  PrpAssistant?: import('./create-widget').Widget;
}
