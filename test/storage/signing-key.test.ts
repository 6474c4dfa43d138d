import { loadSigningKey } from '../../src/storage/chat-log/signing-key';
import { describeEachDatabase } from '../helpers/databases';

describeEachDatabase((engine) => {
  test('the key is made once, has 256 bits, and is the same for every instance and after a restart', async () => {
    const databases = await Promise.all([engine.open(), engine.open(), engine.open()]);
    const keys = await Promise.all(databases.map(loadSigningKey));
    await databases[0].close();
    keys.push(await loadSigningKey(await engine.open()));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    expect(keys[0]).toHaveLength(32);
  });
});
