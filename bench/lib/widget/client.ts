/** A chat client under comparison: how a clinic's page brings it, and where its messages are. */
export interface Client {
  readonly name: string;
  /** File of the page on the bench's site. */
  readonly page: string;
  /** What stands in the page's body besides its text. `server` is where the assistant is served. */
  readonly markup: (server: string) => string;
  /** The button that opens the chat. */
  readonly button: string;
  /** Where the text of a message stands, in the page or in a frame. */
  readonly message: string;
  /** Files of the package botframework-webchat it is made of. */
  readonly files: readonly string[];
}

export const OURS: Client = {
  name: 'this widget',
  page: '/ours',
  markup: (server) => `<script src="${server}/widget.js" async></script>`,
  button: 'button.b',
  message: '.message.bot .bubble',
  files: [],
};

export const WEB_CHAT = createWebChat('Web Chat', 'webchat.js');
export const MINIMAL = createWebChat('Web Chat, minimal', 'webchat-minimal.js');

/**
 * Web Chat as a clinic would bring it: loaded when its button is pressed, the token fetched meanwhile, in Arabic from
 * right to left.
 */
function createWebChat(name: string, file: string): Client {
  return {
    name,
    page: `/${file.replace('.js', '')}`,
    markup: (server) => `<button class="b" style="position:fixed;bottom:16px;left:16px">Chat</button>
<div id="chat" style="position:fixed;bottom:88px;left:16px;width:400px;height:min(680px,80vh)"></div>
<script>
document.querySelector('.b').onclick = async () => {
  const loaded = new Promise((resolve, reject) => {
    const script = document.createElement('script');
    Object.assign(script, { src: '/${file}', onload: resolve, onerror: reject });
    document.head.append(script);
  });
  const response = await fetch('${server}/api/chat/token', { method: 'POST' });
  const { token, domain } = await response.json();
  await loaded;
  const directLine = WebChat.createDirectLine({ token, domain });
  WebChat.renderWebChat({ directLine, locale: 'ar-SA', dir: 'rtl' }, document.getElementById('chat'));
};
</script>`,
    button: 'button.b',
    message: '.webchat__bubble__content',
    files: [file],
  };
}
