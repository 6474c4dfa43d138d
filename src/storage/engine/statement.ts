import {
  type Compilable,
  type CompiledQuery,
  type DialectAdapter,
  type Kysely,
  type QueryResult,
  type RawBuilder,
  sql,
} from 'kysely';

import type { Tables } from './tables';

/** Stands in a statement for a value that each run has anew. */
class Slot<Name> {
  constructor(readonly name: Name) {}
}

/** A statement made once. Runs it with its values, on the pool or within a transaction. */
export type Statement<Values, Row> = (on: Kysely<Tables>, values: Values) => Promise<QueryResult<Row>>;

/** Gives what stands for a value. */
export type SlotOf<Values> = <Name extends keyof Values>(name: Name) => RawBuilder<Values[Name]>;

/**
 * Makes a statement when it is first run, once for each database: Kysely takes about as long to make its text as SQLite to
 * run it, and every turn runs the same ones.
 *
 * @param build writes it; `slot` stands for a value
 */
export const createStatement = <Values extends object, Row = unknown>(
  build: (query: Kysely<Tables>, slot: SlotOf<Values>) => Compilable<Row>,
): Statement<Values, Row> => {
  const made = new WeakMap<DialectAdapter, CompiledQuery<Row>>();
  const make = (on: Kysely<Tables>, adapter: DialectAdapter): CompiledQuery<Row> => {
    const statement = build(on, (name) => sql.val(new Slot(name)) as RawBuilder<never>).compile();
    made.set(adapter, statement);
    return statement;
  };
  return (on, values) => {
    const executor = on.getExecutor();
    const { adapter } = executor;
    const statement = made.get(adapter) ?? make(on, adapter);
    const parameters = statement.parameters.map((value) =>
      value instanceof Slot ? values[(value as Slot<keyof Values>).name] : value,
    );
    // Not through `executeQuery`, which has plugins change what comes back: there are none.
    return executor.provideConnection((connection) => connection.executeQuery({ ...statement, parameters }));
  };
};
