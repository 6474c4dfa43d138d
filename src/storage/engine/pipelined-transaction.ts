import { type Dialect, type Driver, type Kysely, Transaction } from 'kysely';

import type { Tables } from './tables';
import type { Write } from './write';

/**
 * Runs transactions whose statements may travel together: of statements begun at once none waits for another's answer,
 * though the server takes them in the order in which they were begun. Kysely's own `transaction()` (0.28) sends one
 * after the other, each a way over the network: seven ways a turn instead of five.
 * On SQLite nothing travels, and each statement is spared Kysely's own queue.
 *
 * @param query the pool
 * @param dialect its dialect; its drivers share the pool
 */
export const createPipelinedTransaction = (
  query: Kysely<Tables>,
  dialect: Dialect,
): (<Result>(work: (write: Write) => Promise<Result>) => Promise<Result>) => {
  const driver: Driver = dialect.createDriver();
  const executor = query.getExecutor();
  return (work) =>
    executor.provideConnection(async (connection) => {
      const write: Write = new Transaction<Tables>({
        config: { dialect },
        dialect,
        driver,
        executor: executor.withConnectionProvider({ provideConnection: (consumer) => consumer(connection) }),
      });
      await driver.beginTransaction(connection, {});
      try {
        const result = await work(write);
        await driver.commitTransaction(connection);
        return result;
      } catch (error) {
        await driver.rollbackTransaction(connection);
        throw error;
      }
    });
};
