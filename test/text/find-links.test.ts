import { findLinks } from '../../src/text/find-links';

describe('an address is found without the signs of the sentence', () => {
  test.each<[string, string, readonly string[]]>([
    ['alone', 'https://clinic.example', ['https://clinic.example']],
    ['before an Arabic comma', 'موقعنا https://clinic.example/a، أو اتصل', ['https://clinic.example/a']],
    ['before an Arabic semicolon', 'https://clinic.example/a؛ ثم', ['https://clinic.example/a']],
    ['before a full stop', 'https://clinic.example/a.', ['https://clinic.example/a']],
    ['before an Arabic question mark', 'هل هو https://clinic.example؟', ['https://clinic.example']],
    ['before an Urdu full stop', 'https://clinic.example/a۔', ['https://clinic.example/a']],
    ['in brackets', '(https://clinic.example/a)', ['https://clinic.example/a']],
    ['with brackets of its own', 'https://x.example/a_(b)', ['https://x.example/a_(b)']],
    ['with brackets of its own, in brackets', '(https://x.example/a_(b)).', ['https://x.example/a_(b)']],
    ['in guillemets', '«https://clinic.example/a»', ['https://clinic.example/a']],
    ['between marks of direction', '\u2066https://clinic.example/a\u2069 نعم', ['https://clinic.example/a']],
    ['with a full stop inside', 'https://clinic.example/a.b?c=1.', ['https://clinic.example/a.b?c=1']],
    ['of e-mail, before a full stop', 'راسلنا info@clinic.example.', ['info@clinic.example']],
    ['of e-mail, before an Arabic comma', 'info@clinic.example، أو', ['info@clinic.example']],
    ['twice', 'https://a.example و https://b.example.', ['https://a.example', 'https://b.example']],
    ['not at all', 'لا شيء هنا @ 1/2', []],
  ])('%s', (_name, line, addresses) => {
    const found = findLinks(line);
    expect(found.map(({ text }) => text)).toEqual(addresses);
    expect(found.map(({ at, text }) => line.slice(at, at + text.length))).toEqual(addresses);
  });
});
