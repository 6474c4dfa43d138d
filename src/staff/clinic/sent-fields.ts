/** The fields of the form as they were sent. */
export interface SentFields {
  text(name: string): string;
  all(name: string): readonly string[];
}
