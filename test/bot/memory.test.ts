import { MemoryStorage, TurnContext } from 'botbuilder';
import { createMemory } from '../../src/bot/memory/memory';
import { SESSION_SETTINGS } from '../../src/bot/memory/session';
import { TerminalAdapter } from '../../src/cli/terminal/terminal-adapter';

const NOW = Date.UTC(2026, 10, 30);

describe('what is remembered in a thread', () => {
  test.each([
    ['of a chat of two is what the chat remembers', 'personal', 'price'],
    ['of a channel is its own', 'channel', undefined],
  ])('%s', async (_name, conversationType, topic) => {
    const memory = createMemory(new MemoryStorage(), SESSION_SETTINGS);
    const turnIn = (id: string): TurnContext =>
      new TurnContext(new TerminalAdapter(), {
        type: 'message',
        channelId: 'msteams',
        conversation: { id, conversationType, isGroup: conversationType === 'channel', name: '' },
        from: { id: 'somebody', name: '' },
        recipient: { id: 'bot', name: '' },
      });
    const first = turnIn('19:chat');
    await memory.remember(first, { at: NOW, about: { topic: 'price' } });
    await memory.save(first);
    const { about } = await memory.recall(turnIn('19:chat;messageid=1772050244572'), NOW);
    expect(about?.topic).toBe(topic);
  });
});
