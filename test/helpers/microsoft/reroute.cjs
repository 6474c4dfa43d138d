/**
 * Loaded before the program in a test: what goes out to Microsoft's sign-in services reaches a stand-in on this machine
 * (`microsoft-double.ts`), under the real names; nothing listens where a managed identity would be asked.
 */
const net = require('node:net');
const tls = require('node:tls');

const port = Number(process.env.TEST_MICROSOFT_PORT);
const SIGN_IN = /(^|\.)(botframework\.(com|us|azure\.us)|microsoftonline\.(com|us))$/;
const IDENTITY = '169.254.169.254';

const connectSecurely = tls.connect;
tls.connect = (...parameters) => {
  const [options] = parameters;
  if (!SIGN_IN.test(options.servername || options.host || '')) return connectSecurely(...parameters);
  const socket = net.connect({ host: '127.0.0.1', port });
  socket.once('connect', () => socket.emit('secureConnect'));
  return socket;
};

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...parameters) {
  const [first] = parameters;
  const options = Array.isArray(first) ? first[0] : first;
  if (options?.host !== IDENTITY) return connect.apply(this, parameters);
  return connect.call(this, { host: '127.0.0.1', port: 1 });
};
