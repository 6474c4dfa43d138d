/** Where in a YAML file: map keys and list positions from the top. */
export type YamlPath = readonly (string | number)[];

/** Something wrong with the content, before its line is known. */
export interface Finding {
  /** Relative to the knowledge directory. */
  readonly file: string;
  readonly path: YamlPath;
  /** The line (from 1), where the one who found it knows it; otherwise it is looked up from the path. */
  readonly line?: number;
  /** A key of the group at `path` that is itself the fault. */
  readonly key?: string;
  /** What stands there. Absent: shown as written in the file. */
  readonly found?: string;
  readonly expected: string;
  readonly tip: string;
}

/** Something wrong with the content, as a person reads it. `line` counts from 1; `path` counts list entries from 1. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  readonly tip: string;
}
