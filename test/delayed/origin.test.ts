// Where a server may lead the client for a task (OWASP, Server-Side Request Forgery).
import { describe, expect, it } from 'vitest';
import type { Asked } from '../../src/delayed/ending.js';
import { originOfAddress, refuse, resolveAddress } from '../../src/delayed/origin.js';
import { askThrough, monitorRedirects, resultRedirects } from '../../src/delayed/redirects.js';
import type { TaskAnswer } from '../../src/semantics/dialect.js';

const home = { origin: 'https://api.test', trustedOrigins: ['https://files.test', 'http://plain.test'] };

describe('refuse', () => {
  it.each([
    'https://api.test/x',
    'https://API.test:443/x',
    'https://u:p@api.test/x?y#z',
    'https://files.test/x',
  ])('%s may be asked', (address) => expect(refuse(address, home)).toBeUndefined());
  it.each<[string, string]>([
    ['https://other.test/x', 'it leads to https://other.test, which is not in trustedOrigins'],
    ['https://api.test:444/x', 'it leads to https://api.test:444, which is not in trustedOrigins'],
    [
      'https://api.test.evil.test/x',
      'it leads to https://api.test.evil.test, which is not in trustedOrigins',
    ],
    ['http://api.test/x', 'it leads from https to http'],
    ['http://plain.test/x', 'it leads from https to http'],
    ['ftp://api.test/x', 'its scheme is ftp:'],
    ['file:///etc/passwd', 'its scheme is file:'],
    ['data:text/plain,x', 'its scheme is data:'],
    ['/x', 'its address is not a URL'],
    ['', 'its address is not a URL'],
  ])('%s may not: %s', (address, refusal) => {
    expect(refuse(address, home)).toBe(refusal);
  });

  const plainHome = { origin: 'http://api.test', trustedOrigins: ['http://127.0.0.1:81', 'http://[::1]:81'] };
  it('from http to https is allowed, if the origin is trusted', () => {
    expect(
      refuse('https://files.test/', { ...plainHome, trustedOrigins: ['https://files.test'] }),
    ).toBeUndefined();
    expect(refuse('http://api.test/x', plainHome)).toBeUndefined();
  });

  const local = [
    ...[
      'localhost',
      'a.localhost',
      'localhost.',
      '127.0.0.1',
      '127.255.0.1',
      '0.0.0.0',
      '0.1.2.3',
      '169.254.169.254',
    ],
    ...[
      '2130706433',
      '0x7f.1',
      '0177.0.0.1',
      '[::1]',
      '[::]',
      '[fe80::1]',
      '[fe90::1]',
      '[fea0::1]',
      '[febf::1]',
    ],
    ...[
      '[::ffff:127.0.0.1]',
      '[::127.0.0.1]',
      '[::ffff:0:127.0.0.1]',
      '[64:ff9b::127.0.0.1]',
      '[::ffff:169.254.1.1]',
    ],
    ...['[::ffff:0.0.0.1]'],
  ];
  it.each(local)('a public host may not lead to %s (RFC 1122, 3.2.1.3; RFC 4291; RFC 3927)', (host) => {
    const trusting = { origin: 'http://api.test', trustedOrigins: [originOfAddress(`http://${host}/`)] };
    expect(refuse(`http://${host}/`, trusting)).toMatch(/^it leads from a public host to /);
    expect(refuse(`http://${host}/`, { ...trusting, origin: 'http://localhost' })).toBeUndefined();
  });
  const other = [
    ...[
      'local',
      'localhost.test',
      'xlocalhost',
      '128.0.0.1',
      '1.0.0.1',
      '10.0.0.1',
      '127.0.0.1.test',
      '169.255.0.1',
      '170.254.0.1',
    ],
    ...[
      'x127.0.0.1.test',
      '[::2]',
      '[1::1]',
      '[fec0::1]',
      '[fe7f::1]',
      '[::ffff:10.0.0.1]',
      '[64:ff9b::10.0.0.1]',
    ],
    ...['[::ffff:1:127.0.0.1]', '[64:ff9c::127.0.0.1]', '[::ffff:170.254.1.1]', '[1:ffff::7f00:1]'],
  ];
  it.each(other)('a public host may lead to %s, if that is trusted', (host) => {
    const trusting = { origin: 'http://api.test', trustedOrigins: [originOfAddress(`http://${host}/`)] };
    expect(refuse(`http://${host}/`, trusting)).toBeUndefined();
  });
  it('an origin that is no URL trusts only what is listed', () => {
    expect(refuse('http://127.0.0.1:81/', { ...plainHome, origin: '' })).toBeUndefined();
    expect(refuse('http://api.test/', { ...plainHome, origin: '' })).toBe(
      'it leads to http://api.test, which is not in trustedOrigins',
    );
  });
});

describe('resolveAddress', () => {
  it.each<[string, string | undefined]>([
    ['/y', 'https://api.test/y'],
    ['y?z=1', 'https://api.test/a/y?z=1'],
    ['//other.test/y', 'https://other.test/y'],
    ['https://u:p@other.test/y#z', 'https://other.test/y'],
    ['', 'https://api.test/a/x'],
    ['http://[', undefined],
    [`/${'y'.repeat(8_191)}`, `https://api.test/${'y'.repeat(8_191)}`],
    [`/${'y'.repeat(8_192)}`, undefined],
  ])('case %#', (address, resolved) => {
    expect(resolveAddress(address, 'https://api.test/a/x')).toBe(resolved);
  });
  it('a base that is no URL resolves nothing', () => {
    expect(resolveAddress('/y', '')).toBeUndefined();
  });
  it('the origin of what is no URL is empty', () => {
    expect([originOfAddress('https://a.test:443/x'), originOfAddress('x')]).toEqual(['https://a.test', '']);
  });
});

describe('askThrough: the redirects of a monitor', () => {
  type Hop = Partial<TaskAnswer> | undefined;
  /** Asks addresses that answer as given, and tells which were asked. */
  async function ask(answers: Readonly<Record<string, Hop>>, redirects = monitorRedirects) {
    const asked: string[] = [];
    const found = await askThrough(
      'https://api.test/1',
      async (address): Promise<Asked<string>> => {
        asked.push(address.replace('https://api.test', ''));
        const answer = answers[address.replace('https://api.test', '')];
        const whole = { status: 200, headers: {}, url: address, method: 'GET', body: undefined, ...answer };
        return answer === undefined
          ? { exchange: address, stopped: false }
          : { exchange: address, stopped: false, answer: whole };
      },
      home,
      redirects,
    );
    return { asked, refusal: found.refusal, last: found.asked?.exchange };
  }
  const to = (location: string, status = 307): Hop => ({ status, headers: { location } });

  it.each([301, 302, 307, 308])('%d is followed', async (status) => {
    const found = await ask({ '/1': to('/2', status), '/2': {} });
    expect(found).toEqual({ asked: ['/1', '/2'], refusal: undefined, last: 'https://api.test/2' });
  });
  it('303 is followed only for a result', async () => {
    const answers = { '/1': to('/2', 303), '/2': {} };
    expect((await ask(answers)).asked).toEqual(['/1']);
    expect((await ask(answers, resultRedirects)).asked).toEqual(['/1', '/2']);
  });
  it.each<[string, Hop]>([
    ['300', to('/2', 300)],
    ['304', to('/2', 304)],
    ['200 with Location', to('/2', 200)],
    ['307 without Location', { status: 307 }],
    ['no answer', undefined],
  ])('%s is not followed', async (_name, first) => {
    expect(await ask({ '/1': first, '/2': {} })).toEqual({
      asked: ['/1'],
      refusal: undefined,
      last: 'https://api.test/1',
    });
  });
  it.each<[string, string]>([
    ['https://other.test/', 'it leads to https://other.test, which is not in trustedOrigins'],
    ['http://[', 'its address is not a URL'],
    ['http://api.test/2', 'it leads from https to http'],
  ])('%s is refused, and not asked', async (location, refusal) => {
    expect(await ask({ '/1': to(location) })).toEqual({ asked: ['/1'], refusal, last: 'https://api.test/1' });
  });
  it('a relative Location belongs to the address that answered', async () => {
    const found = await ask({ '/1': to('/a/2'), '/a/2': to('3'), '/a/3': {} });
    expect(found.asked).toEqual(['/1', '/a/2', '/a/3']);
  });
  it('a redirect that the platform followed itself to another origin is refused', async () => {
    const found = await ask({ '/1': { url: 'https://other.test/2' } });
    expect(found.refusal).toBe('it leads to https://other.test, which is not in trustedOrigins');
  });
  it('five redirects are followed, and no sixth', async () => {
    const chain = (length: number) =>
      Object.fromEntries(
        Array.from({ length: length + 1 }, (_, at) => [`/${at + 1}`, at < length ? to(`/${at + 2}`) : {}]),
      );
    expect(await ask(chain(5))).toMatchObject({ refusal: undefined, last: 'https://api.test/6' });
    expect(await ask(chain(6))).toMatchObject({
      refusal: 'it redirects more than 5 times',
      last: 'https://api.test/6',
    });
  });
  it('an address that may not be asked is not asked', async () => {
    const found = await askThrough('http://api.test/1', () => Promise.reject(new Error('asked')), home, []);
    expect(found).toEqual({ refusal: 'it leads from https to http' });
  });
});
