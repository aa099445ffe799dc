// Questions that mean no good, for `serve`: shared by its test and by `npm run bench -- hostile`.
import { Agent, request } from 'node:http'
import { connect } from 'node:net'

const agent = new Agent({ keepAlive: true, maxSockets: 20 })
const KB = 1024
const JSON_TYPE = { 'content-type': 'application/json' }
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const MULTIPART = { 'content-type': 'multipart/form-data; boundary=x' }

/** `part` over and over, so many bytes of it. */
const fill = (part, size) => part.repeat(Math.ceil(size / part.length)).slice(0, size)
const nested = (open, close, size) => open.repeat(size / 2) + close.repeat(size / 2)
const card = yaml => `---\n${yaml}\n---\n\n# Heron\n\nHeron is an open source model.\n`
const texts = (content, path = 'README.md') => JSON.stringify({ texts: [{ path, content }] })
const license = body => ({ path: '/api/v1/license', headers: JSON_TYPE, body })
const claims = body => ({ path: '/api/v1/claims', headers: JSON_TYPE, body })
const audits = body => ({ path: '/api/v1/audits', headers: JSON_TYPE, body })
const form = (headers, body) => ({ path: '/audits', headers, body })
/** Words that no client of HTTP would send. */
const raw = (head, body) => ({
  raw: `POST /api/v1/license HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${head}\r\n\r\n${body}`,
})

/** Front matter that parsers of YAML choke on: in a thread for texts it may take the whole process with it. */
const YAML = {
  'yaml: nesting': size => claims(texts(card(`license: ${fill('[', size)}`))),
  'yaml: nested maps': size => claims(texts(card(fill('{a: ', size)))),
  'yaml: nested lists by indent': size => claims(texts(card(fill('- ', size)))),
  'yaml: closing brackets': size => claims(texts(card(fill(']', size)))),
  'yaml: lists side by side': size => claims(texts(card(fill('[a][b]', size)))),
  'yaml: aliases of nothing': size => claims(texts(card(fill('*a **b ', size)))),
  'yaml: tags': size => claims(texts(card(fill('!a ', size)))),
  'yaml: aliases of aliases': () =>
    claims(
      texts(card(`a: &a [x, x]\n${Array.from({ length: 40 }, (_, at) => `b${at}: &b${at} [*a, *a]`).join('\n')}`)),
    ),
  'yaml: a key many times': size => claims(texts(card(fill('license: mit\n', size)))),
  'yaml: escapes in a key': () => claims(texts(card('"\\e]0;x\\a": 1\n"\\e]0;x\\a": 2'))),
}

const OTHERS = {
  'chunked, cut': () => raw('Transfer-Encoding: chunked\r\nConnection: close', 'ff\r\n{"texts"'),
  'chunked, no size': () => raw('Transfer-Encoding: chunked\r\nConnection: close', 'zz\r\n{}\r\n0\r\n\r\n'),
  'both lengths': () => raw('Transfer-Encoding: chunked\r\nContent-Length: 5\r\nConnection: close', '0\r\n\r\n'),
  'two lengths': () => raw('Content-Length: 5\r\nContent-Length: 6\r\nConnection: close', '{"a":1}'),
  'less than told': () => raw('Content-Length: 1000\r\nConnection: close', '{"texts":'),
  'no such method': () => ({ raw: 'STEAL / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' }),
  'no HTTP': () => ({ raw: '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n' }),
  'chunked, no JSON': () => ({ ...license('{"texts":['), chunked: true }),
  'chunked, another shape': () => ({ ...license('{"texts":7}'), chunked: true }),
  'nothing at all': () => license(''),
  'no type': () => ({ path: '/api/v1/license', headers: {}, body: '{"texts":[]}' }),
  'said to be compressed': () => ({ ...license('{}'), headers: { ...JSON_TYPE, 'content-encoding': 'gzip' } }),
  'no UTF-8': () => license(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])),
  'nested JSON': size => license(nested('[', ']', size * 4)),
  'nested JSON for a text': size => license(`{"texts":[{"path":"a","content":${nested('[', ']', size * 4)}}]}`),
  'nested objects': size => license(`${fill('{"texts":', size * 4)}`),
  'a number of many digits': size => license(`{"texts":${fill('9', size)}}`),
  'the name of a prototype': () => license('{"__proto__":{"texts":[]},"constructor":{"prototype":{}}}'),
  'texts of other types': () => license('{"texts":[null,true,7,"a",[],{}]}'),
  'too many texts': () =>
    license(JSON.stringify({ texts: Array.from({ length: 500 }, () => ({ path: 'a', content: 'b' })) })),
  'an empty text': () => license(texts('')),
  'a path that leads out': () => license(texts('You may use this.', '../../../etc/passwd')),
  'control characters': size => license(texts(fill('\u0000\u001b[2J\u202e', size), 'LICENSE')),
  'half characters': size => license(texts(fill('\ud800', size / 4), 'LICENSE')),
  'one long word': size => license(texts(fill('a', size), 'LICENSE')),
  'only spaces': size => license(texts(fill(' ', size), 'LICENSE')),
  'nested quotes': size => claims(texts(fill('> ', size))),
  'nested lists': size => claims(texts(fill('- ', size))),
  'open brackets': size => claims(texts(fill('[', size))),
  stars: size => claims(texts(fill('*_', size))),
  'open tags': size => claims(texts(fill('<div>', size))),
  'a table of bars': size => claims(texts(fill('|', size))),
  'HTML of tags': size => claims(texts(fill('<b><i>', size), 'page.html')),
  'of a release with an odd name': () =>
    claims(JSON.stringify({ texts: [{ path: 'a', content: 'b' }], of: "'; drop" })),
  'multipart without parts': () => form(MULTIPART, 'broken'),
  'multipart, cut': () => form(MULTIPART, '--x\r\nContent-Disposition: form-data; name="target"\r\n\r\nmarsh'),
  'multipart without a boundary': () => form({ 'content-type': 'multipart/form-data' }, '--x--'),
  'multipart of a file': () =>
    form(MULTIPART, '--x\r\nContent-Disposition: form-data; name="target"; filename="a"\r\n\r\nb\r\n--x--\r\n'),
  'a form without the field': () => form(FORM, 'another=1'),
  'a form of broken escapes': () => form(FORM, 'target=%ff%f%'),
  'a form that is too large': () => form(FORM, `target=${fill('a', 20 * KB)}`),
  'a path': () => audits('{"target":"path:../../etc/passwd"}'),
  'a program': () => audits('{"target":"ext::sh -c id"}'),
  'an address of this machine': () => audits('{"target":"http://127.0.0.1:1/a/b"}'),
  'a day that is none': () => audits('{"target":"marsh/heron","on":"2026-02-31"}'),
  'a page of another site': () => ({
    ...audits('{"target":"a/b"}'),
    headers: { ...JSON_TYPE, origin: 'https://a.example' },
  }),
}

/** Bytes of the large ones, in turn. */
const SIZES = [2 * KB, 20 * KB, 100 * KB]

/** The hostile questions, each kind in turn and each in several sizes. */
export function* hostile(count, { yaml = true } = {}) {
  const kinds = Object.entries({ ...(yaml ? YAML : {}), ...OTHERS })
  for (let at = 0; at < count; at += 1) {
    const [kind, make] = kinds[at % kinds.length]
    yield { kind, ...make(SIZES[Math.floor(at / kinds.length) % SIZES.length]) }
  }
}

/** Asks, and says with which status it was answered: null where the connection was closed without one. */
export const ask = (port, asked) => (asked.raw === undefined ? askInHttp(port, asked) : askRaw(port, asked.raw))

function askInHttp(port, { path, headers, body, chunked = false }) {
  return new Promise(done => {
    const length = chunked ? {} : { 'content-length': Buffer.byteLength(body) }
    const how = { host: '127.0.0.1', port, path, method: 'POST', agent, headers: { ...headers, ...length } }
    const asking = request(how, answer => {
      answer.resume()
      answer.on('close', () => done(answer.statusCode))
    })
    asking.on('error', () => done(null))
    asking.end(body)
  })
}

function askRaw(port, words) {
  return new Promise(done => {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket.on('data', data => {
      heard += data
    })
    socket.on('error', () => {})
    socket.on('close', () => done(Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1]) || null))
    socket.end(words, 'latin1')
  })
}

/** Whether a status is an answer to something hostile: refused, read, or turned away because there is no room. */
export const isAnswer = status => status === null || (status >= 200 && status < 500) || status === 503

/** Lets go of the connections. */
export const hangUp = () => agent.destroy()
