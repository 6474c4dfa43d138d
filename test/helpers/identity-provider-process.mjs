/**
 * A real OpenID provider in a process of its own (the package is an ES module, which jest does not load): its people come
 * as JSON in the environment, the address it listens at is printed.
 */
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const people = JSON.parse(process.env.PEOPLE);
const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'console',
        client_secret: 'a secret of the console',
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [process.env.CALLBACK],
      },
    ],
    claims: { openid: ['sub', 'groups'], profile: ['name'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    cookies: { keys: ['a key for cookies'] },
  });
  server.on('request', provider.callback());
  console.log(issuer);
});
