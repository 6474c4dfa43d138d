/**
 * Whether an address names this very machine: `localhost`, 127.0.0.0/8 or ::1, over http or https, without a user
 * name. Anything else, an unreadable address included, is not: what we post to a service URL must not leave the
 * machine when nobody has proved who sent it.
 */
export function isLoopbackUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return username === '' && password === '' && isLoopbackHost(hostname);
}

/** Whether a host as it stands in a URL (an IPv6 address in brackets, IPv4 in four parts) is this machine. */
function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
